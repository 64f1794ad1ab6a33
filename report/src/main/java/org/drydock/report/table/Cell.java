package org.drydock.report.table;

/**
 * A piece of text in a line.
 *
 * @param text as it comes from outside
 * @param cut what is left out where it is too long
 * @param mark a word of our own that stands out behind the text, empty if there is none
 */
record Cell(String text, Ink ink, Cut cut, String mark) {
    static final Cell EMPTY = new Cell("", Ink.PLAIN);

    /** What too long a text loses. */
    enum Cut {
        MIDDLE,
        END
    }

    Cell(String text, Ink ink) {
        this(text, ink, Cut.MIDDLE, "");
    }

    Cell(String text, Ink ink, Cut cut) {
        this(text, ink, cut, "");
    }

    Cell withMark(String word) {
        return new Cell(text, ink, cut, word);
    }

    Cell clean(Page page) {
        return new Cell(page.clean(text), ink, cut, mark);
    }

    int width() {
        return Glyphs.width(text) + markWidth();
    }

    private int markWidth() {
        return mark.isEmpty() ? 0 : mark.length() + 1;
    }

    /** The text in at most {@code width} columns; the mark is never cut. */
    Cell fit(Page page, int width) {
        return new Cell(page.fit(text, Math.max(1, width - markWidth()), cut == Cut.MIDDLE), ink, cut, mark);
    }

    String paint(Page page) {
        String painted = page.paint(text, ink);
        return mark.isEmpty() ? painted : painted + " " + page.paint(mark, Ink.ALARM);
    }
}
