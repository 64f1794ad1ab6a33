package org.drydock.report.html;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes JSON on so that it may stand in a script element: {@code <}, which JSON has in strings alone, becomes its escape,
 * so that neither an end tag nor a comment can begin.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements">HTML,
 *     restrictions for contents of script elements</a>
 */
final class ScriptSafeStream extends FilterOutputStream {
    private static final byte[] LESS_THAN = "\\u003c".getBytes(StandardCharsets.US_ASCII);

    ScriptSafeStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '<') {
            out.write(LESS_THAN);
        } else {
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '<') {
                out.write(bytes, start, i - start);
                out.write(LESS_THAN);
                start = i + 1;
            }
        }
        out.write(bytes, start, end - start);
    }
}
