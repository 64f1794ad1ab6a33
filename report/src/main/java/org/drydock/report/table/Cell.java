package org.drydock.report.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of text in a line.
 *
 * @param text as it comes from outside
 * @param cut what is left out where it is too long
 * @param marks words of our own that stand out behind the text
 */
record Cell(String text, Ink ink, Cut cut, List<Mark> marks) {
    static final Cell EMPTY = new Cell("", Ink.PLAIN);

    /** What too long a text loses. */
    enum Cut {
        MIDDLE,
        END
    }

    /** A word behind the text. */
    record Mark(String word, Ink ink) {}

    Cell(String text, Ink ink) {
        this(text, ink, Cut.MIDDLE, List.of());
    }

    Cell(String text, Ink ink, Cut cut) {
        this(text, ink, cut, List.of());
    }

    Cell withMark(String word, Ink of) {
        return new Cell(
                text,
                ink,
                cut,
                Stream.concat(marks.stream(), Stream.of(new Mark(word, of))).toList());
    }

    Cell clean(Page page) {
        return new Cell(page.clean(text), ink, cut, marks);
    }

    int width() {
        return Glyphs.width(text) + marksWidth();
    }

    private int marksWidth() {
        return marks.stream().mapToInt(mark -> mark.word().length() + 1).sum();
    }

    /** The text in at most {@code width} columns; the marks are never cut. */
    Cell fit(Page page, int width) {
        return new Cell(page.fit(text, Math.max(1, width - marksWidth()), cut == Cut.MIDDLE), ink, cut, marks);
    }

    String paint(Page page) {
        StringBuilder painted = new StringBuilder(page.paint(text, ink));
        marks.forEach(mark -> painted.append(' ').append(page.paint(mark.word(), mark.ink())));
        return painted.toString();
    }
}
