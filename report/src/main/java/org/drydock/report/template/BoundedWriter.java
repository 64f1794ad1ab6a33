package org.drydock.report.template;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes on so many characters and no more. */
final class BoundedWriter extends FilterWriter {
    private final long max;
    private long left;
    private char last = '\n';

    BoundedWriter(Writer out, long max) {
        super(out);
        this.max = max;
        this.left = max;
    }

    @Override
    public void write(int c) throws IOException {
        take(1);
        out.write(c);
        last = (char) c;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        take(length);
        out.write(text, start, length);
        last = length == 0 ? last : text[start + length - 1];
    }

    @Override
    public void write(String text, int start, int length) throws IOException {
        take(length);
        out.write(text, start, length);
        last = length == 0 ? last : text.charAt(start + length - 1);
    }

    /** Ends the last line if it is not. */
    void endLine() throws IOException {
        if (last != '\n') {
            out.write('\n');
        }
    }

    private void take(int length) {
        left -= length;
        if (left < 0) {
            throw new LimitReached("it writes more than " + max + " characters");
        }
    }
}
