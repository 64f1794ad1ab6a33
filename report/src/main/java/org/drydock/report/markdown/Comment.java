package org.drydock.report.markdown;

import java.util.List;

/** A text that says what it leaves out when it is full. */
final class Comment {
    /** The most characters that GitHub takes, with some room for what a bot adds. */
    static final int MOST = 65_536 - 1_024;

    /** What is kept for the ends of sections. */
    private static final int RESERVED = 2_048;

    private final StringBuilder out = new StringBuilder();

    /** Adds a piece that is known to be short. */
    void add(String text) {
        out.append(text);
    }

    /** A folded table with as many rows as there is room for; nothing if there are no rows. */
    void section(String title, String head, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>").append(title).append(": ").append(rows.size());
        out.append("</summary>\n\n");
        int written = 0;
        for (String row : rows) {
            int needed = row.length() + (written == 0 ? head.length() : 0);
            if (out.length() + needed + RESERVED > MOST) {
                break;
            }
            out.append(written == 0 ? head : "").append(row);
            written++;
        }
        if (written < rows.size()) {
            out.append(written == 0 ? "" : "\n").append(rows.size() - written);
            out.append(" are left out here, as a comment may not be longer: `-o json` has them all.\n");
        }
        out.append("\n</details>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
