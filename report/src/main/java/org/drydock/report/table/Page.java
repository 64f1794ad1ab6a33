package org.drydock.report.table;

import java.util.List;
import org.drydock.report.PlainText;

/** Collects the lines of a report; none is wider than the terminal. */
final class Page {
    private final TableStyle style;
    private final StringBuilder out = new StringBuilder();

    Page(TableStyle style) {
        this.style = style;
    }

    int width() {
        return style.width();
    }

    boolean unicode() {
        return style.unicode();
    }

    /** Text from outside, safe to print. */
    String clean(String text) {
        return PlainText.clean(text, style.unicode());
    }

    String fit(String text, int width, boolean keepEnd) {
        return Glyphs.fit(text, width, keepEnd, style.unicode());
    }

    String paint(String text, Ink ink) {
        return ink.paint(text, style.colour());
    }

    /** Ends a line that is made up already. */
    void line(CharSequence line) {
        out.append(line.toString().stripTrailing()).append('\n');
    }

    void blank() {
        out.append('\n');
    }

    /** A label and a text beside it, which may take several lines. */
    void labelled(String label, int labelWidth, String text) {
        String padded = "  " + label + " ".repeat(Math.max(2, labelWidth - label.length()));
        wrap(paint(padded, Ink.DIM), padded.length(), clean(text), Ink.PLAIN);
    }

    /** Text broken at blanks into lines, all of them after the first indented by {@code hang} columns. */
    void wrap(String start, int hang, String text, Ink ink) {
        int room = Math.max(1, width() - hang);
        String rest = text;
        String lead = start;
        do {
            String head = Glyphs.head(rest, room);
            if (head.length() < rest.length()) {
                int blank = rest.charAt(head.length()) == ' ' ? head.length() : head.lastIndexOf(' ');
                head = blank > 0 ? rest.substring(0, blank) : head.isEmpty() ? rest : head;
            }
            line(lead + paint(head, ink));
            rest = rest.substring(head.length()).stripLeading();
            lead = " ".repeat(hang);
        } while (!rest.isEmpty());
    }

    /** Pieces of our own one after the other, a new line begun where one does not fit. */
    void flow(String start, List<Cell> pieces) {
        StringBuilder line = new StringBuilder(start);
        int used = Glyphs.width(start);
        for (Cell piece : pieces) {
            if (used > 2 && used + piece.width() > width()) {
                line(line);
                line = new StringBuilder("  ");
                used = 2;
            }
            line.append(piece.paint(this)).append(' ');
            used += piece.width() + 1;
        }
        line(line);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
