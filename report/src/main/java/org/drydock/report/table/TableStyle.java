package org.drydock.report.table;

/**
 * What the terminal can show.
 *
 * @param width in columns; taken as 40 if it is less
 * @param colour whether to use ANSI colours (ECMA-48 SGR)
 * @param unicode whether characters beyond ASCII may be written
 * @param everything whether findings are listed that are set aside or folded, which are counted otherwise
 */
public record TableStyle(int width, boolean colour, boolean unicode, boolean everything) {
    private static final int MIN_WIDTH = 40;

    /** For files and pipes: wide, without colour. */
    public static final TableStyle PLAIN = new TableStyle(120, false, true);

    /** A style for what needs attention. */
    public TableStyle(int width, boolean colour, boolean unicode) {
        this(width, colour, unicode, false);
    }

    public TableStyle {
        width = Math.max(MIN_WIDTH, width);
    }

    /** The same, with what is set aside or folded. */
    public TableStyle withEverything() {
        return new TableStyle(width, colour, unicode, true);
    }
}
