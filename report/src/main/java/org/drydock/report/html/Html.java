package org.drydock.report.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.drydock.report.PlainText;

/**
 * Writes HTML. Tags and attribute names are the writer's own; whatever else is written is cleaned and escaped.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html">HTML, the HTML syntax</a>
 */
final class Html {
    private static final int BUFFER = 1 << 15;

    private final OutputStream target;
    private final Writer out;

    Html(OutputStream target) {
        this.target = target;
        this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), BUFFER);
    }

    /** Markup of the writer's own. */
    Html raw(String markup) {
        return part(markup, 0, markup.length());
    }

    /** Text from outside. */
    Html text(String text) {
        return escaped(PlainText.clean(text, true));
    }

    Html text(long number) {
        return raw(Long.toString(number));
    }

    /** Begins an element. {@code attributes} are names and values in turn. */
    Html open(String tag, String... attributes) {
        raw("<").raw(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" ").raw(attributes[i]).raw("=\"").text(attributes[i + 1]).raw("\"");
        }
        return raw(">");
    }

    Html close(String tag) {
        return raw("</").raw(tag).raw(">");
    }

    /** An element with text alone. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Ends what is written so far, so that others may write to the target. */
    OutputStream flushed() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private Html escaped(String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (!entity.isEmpty()) {
                part(text, start, i).raw(entity);
                start = i + 1;
            }
        }
        return part(text, start, text.length());
    }

    private Html part(String text, int start, int end) {
        try {
            out.write(text, start, end - start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
