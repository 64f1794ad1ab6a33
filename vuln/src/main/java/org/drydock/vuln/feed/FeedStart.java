package org.drydock.vuln.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The beginning of a document: enough to tell feeds apart without reading them. It may be cut anywhere. */
public final class FeedStart {
    /** How much of a document is looked at. */
    public static final int BYTES = 1 << 16;

    private final JsonOutline json;
    private final String text;

    private FeedStart(JsonOutline json, String text) {
        this.json = json;
        this.text = text;
    }

    /** Of the first bytes of a document. */
    public static FeedStart of(byte[] beginning) {
        String text = new String(beginning, 0, Math.min(beginning.length, BYTES), StandardCharsets.UTF_8);
        return new FeedStart(JsonOutline.of(beginning), text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The members of a JSON document; none if it is no JSON. */
    public JsonOutline json() {
        return json;
    }

    /** The local name of the outermost element of an XML document; empty if it is none. */
    public String xmlRoot() {
        int at = skipSpace(0);
        while (text.startsWith("<?", at) || text.startsWith("<!--", at)) {
            String end = text.startsWith("<?", at) ? "?>" : "-->";
            int stop = text.indexOf(end, at);
            if (stop < 0) {
                return "";
            }
            at = skipSpace(stop + end.length());
        }
        if (!text.startsWith("<", at)) {
            return "";
        }
        int end = at + 1;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(at + 1, end);
        return name.substring(name.indexOf(':') + 1);
    }

    /** The lines, of which the last may be cut. */
    public List<String> lines() {
        return text.lines().toList();
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
