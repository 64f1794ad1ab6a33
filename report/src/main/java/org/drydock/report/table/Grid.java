package org.drydock.report.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in columns as wide as their content, and narrower where the terminal is. A column without content is left out. Some
 * columns are there only if the others leave room for them, the first of them before the next.
 */
final class Grid {
    private static final int GAP = 2;

    private final Page page;
    private final int indent;
    private final List<Column> columns;
    private final List<Entry> entries = new ArrayList<>();

    Grid(Page page, int indent, List<Column> columns) {
        this.page = page;
        this.indent = indent;
        this.columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param min the least width that makes sense
     * @param max the most it takes, however much room there is
     * @param kind how it is laid out
     */
    record Column(String title, int min, int max, Kind kind) {
        /** How a column is laid out. */
        enum Kind {
            LEFT,
            RIGHT,
            /** To the left, if the others leave enough room; left out otherwise. */
            IF_ROOM,
            /** The same, to the right. */
            RIGHT_IF_ROOM
        }

        boolean isOptional() {
            return switch (kind) {
                case LEFT, RIGHT -> false;
                case IF_ROOM, RIGHT_IF_ROOM -> true;
            };
        }

        boolean isRight() {
            return switch (kind) {
                case LEFT, IF_ROOM -> false;
                case RIGHT, RIGHT_IF_ROOM -> true;
            };
        }

        static Column of(String title, int min) {
            return new Column(title, min, Integer.MAX_VALUE, Kind.LEFT);
        }
    }

    private sealed interface Entry {}

    /** Cells under the columns' titles. */
    private record Row(List<Cell> cells) implements Entry {}

    /** Cells one after the other, across the columns. */
    private record Heading(List<Cell> cells) implements Entry {}

    void row(List<Cell> cells) {
        entries.add(new Row(cells.stream().map(c -> c.clean(page)).toList()));
    }

    void heading(List<Cell> cells) {
        entries.add(new Heading(cells.stream().map(c -> c.clean(page)).toList()));
    }

    void print() {
        int[] widths = widths();
        printRow(columns.stream().map(c -> new Cell(c.title(), Ink.DIM)).toList(), widths);
        for (Entry entry : entries) {
            switch (entry) {
                case Row row -> printRow(row.cells(), widths);
                case Heading heading -> printHeading(heading.cells());
            }
        }
    }

    private void printRow(List<Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                Cell cell = cells.get(i).fit(page, widths[i]);
                String pad = " ".repeat(Math.max(0, widths[i] - cell.width()));
                boolean right = columns.get(i).isRight();
                line.append(right ? pad : "")
                        .append(cell.paint(page))
                        .append(right ? "" : pad)
                        .append(" ".repeat(GAP));
            }
        }
        page.line(line);
    }

    private void printHeading(List<Cell> cells) {
        page.blank();
        StringBuilder line = new StringBuilder();
        int room = page.width();
        for (Cell cell : cells) {
            if (!cell.text().isEmpty() && room > 0) {
                Cell fitted = cell.fit(page, room);
                line.append(fitted.paint(page)).append(" ".repeat(GAP));
                room -= fitted.width() + GAP;
            }
        }
        page.line(line);
    }

    private int[] widths() {
        int[] widths = natural();
        int room = page.width() - indent + GAP;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0 && !columns.get(i).isOptional()) {
                room -= widths[i] + GAP;
            }
        }
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0 && columns.get(i).isOptional()) {
                widths[i] = room - GAP < columns.get(i).min() ? 0 : Math.min(widths[i], room - GAP);
                room -= widths[i] == 0 ? 0 : widths[i] + GAP;
            }
        }
        shrink(widths, -room);
        return widths;
    }

    /** The widths that the content asks for, 0 where there is none. */
    private int[] natural() {
        int[] widths = new int[columns.size()];
        for (Entry entry : entries) {
            if (entry instanceof Row(List<Cell> cells)) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], cells.get(i).width());
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            if (widths[i] > 0) {
                widths[i] = Math.min(
                        column.max(), Math.max(widths[i], column.title().length()));
            }
        }
        return widths;
    }

    /** Takes {@code excess} from the widest columns first, down to what they need at least. */
    private void shrink(int[] widths, int excess) {
        for (int left = excess; left > 0; left--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > columns.get(i).min() && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }
}
