package org.drydock.report.table;

/**
 * What the terminal can show.
 *
 * @param width in columns; taken as 40 if it is less
 * @param colour whether to use ANSI colours (ECMA-48 SGR)
 * @param unicode whether characters beyond ASCII may be written
 */
public record TableStyle(int width, boolean colour, boolean unicode) {
    private static final int MIN_WIDTH = 40;

    /** For files and pipes: wide, without colour. */
    public static final TableStyle PLAIN = new TableStyle(120, false, true);

    public TableStyle {
        width = Math.max(MIN_WIDTH, width);
    }
}
