package org.drydock.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 as UTF-8, one element a line, indented by two spaces. A character that XML cannot hold becomes U+FFFD.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, Characters</a>
 */
public final class XmlWriter {
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    public XmlWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins an element. */
    public XmlWriter element(String name) throws IOException {
        closeTag(true);
        indent();
        text.append('<').append(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Adds an attribute to the element just begun. */
    public XmlWriter attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escape(value, true);
        text.append('"');
        return this;
    }

    /** Ends the element begun last. */
    public XmlWriter end() throws IOException {
        String name = open.pop();
        if (inTag) {
            inTag = false;
            text.append("/>\n");
        } else {
            indent();
            text.append("</").append(name).append(">\n");
        }
        if (text.length() > CHUNK || open.isEmpty()) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
        if (open.isEmpty()) {
            out.flush();
        }
        return this;
    }

    /** Ends the element just begun with a text as its content. */
    public XmlWriter endWith(String content) throws IOException {
        closeTag(false);
        escape(content, false);
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds a text. */
    public XmlWriter element(String name, String content) throws IOException {
        return element(name).endWith(content);
    }

    /** An element that holds a text unless that is empty. */
    public XmlWriter elementIfPresent(String name, String content) throws IOException {
        return content.isEmpty() ? this : element(name, content);
    }

    private void closeTag(boolean newLine) {
        if (inTag) {
            text.append(newLine ? ">\n" : ">");
            inTag = false;
        }
    }

    private void indent() {
        text.repeat("  ", open.size());
    }

    private void escape(String value, boolean attribute) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '\r' -> text.append("&#13;");
                case '"' -> text.append(attribute ? "&quot;" : "\"");
                case '\n' -> text.append(attribute ? "&#10;" : "\n");
                case '\t' -> text.append(attribute ? "&#9;" : "\t");
                default -> text.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
