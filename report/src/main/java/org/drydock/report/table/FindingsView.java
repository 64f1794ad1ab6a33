package org.drydock.report.table;

import java.util.List;
import java.util.Locale;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;
import org.drydock.report.table.Grid.Column;

/**
 * The vulnerabilities, package by package. Where there is room a package is told beside its first vulnerability, in
 * columns; on a narrow terminal it is a heading above them.
 */
final class FindingsView {
    private static final int ROOM_FOR_COLUMNS = 110;
    private static final int LONGEST_NAMES = 48;
    private static final Column SEVERITY = Column.of("SEVERITY", 8);
    private static final Column ID = Column.of("ID", 14);
    private static final Column FIXED_IN = Column.of("FIXED IN", 8);
    private static final Column RISK = new Column("RISK", 4, 5, Column.Kind.RIGHT_IF_ROOM);
    private static final Column EPSS = new Column("EPSS", 4, 6, Column.Kind.RIGHT_IF_ROOM);
    private static final Column TITLE = new Column("TITLE", 16, Integer.MAX_VALUE, Column.Kind.IF_ROOM);

    private final Page page;

    FindingsView(Page page) {
        this.page = page;
    }

    void print(List<PackageVulnerability> vulnerabilities, ScanReport report) {
        List<Group> groups = Group.of(vulnerabilities, report);
        if (page.width() >= ROOM_FOR_COLUMNS) {
            printColumns(groups);
        } else {
            printBlocks(groups);
        }
    }

    private void printColumns(List<Group> groups) {
        Grid grid = new Grid(
                page,
                0,
                List.of(
                        SEVERITY,
                        ID,
                        Column.of("PACKAGE", 14),
                        Column.of("INSTALLED", 10),
                        FIXED_IN,
                        RISK,
                        EPSS,
                        new Column("WHERE", 12, 44, Column.Kind.LEFT),
                        TITLE));
        for (Group group : groups) {
            boolean first = true;
            for (Group.Row row : group.rows()) {
                Cell none = Cell.EMPTY;
                grid.row(List.of(
                        severity(row),
                        id(row),
                        first ? new Cell(names(group, LONGEST_NAMES), Ink.BOLD) : none,
                        first ? new Cell(group.version(), Ink.PLAIN) : none,
                        fix(row),
                        risk(row),
                        epss(row),
                        first ? Place.cell(group.places(), Ink.PLAIN) : none,
                        title(row)));
                first = false;
            }
        }
        grid.print();
    }

    private void printBlocks(List<Group> groups) {
        Grid grid = new Grid(page, 2, List.of(SEVERITY, ID, FIXED_IN, RISK, TITLE));
        for (Group group : groups) {
            grid.heading(List.of(
                    new Cell(names(group, page.width() / 2), Ink.BOLD),
                    new Cell(group.version(), Ink.PLAIN),
                    new Cell(group.type(), Ink.DIM),
                    Place.cell(group.places(), Ink.DIM)));
            for (Group.Row row : group.rows()) {
                grid.row(List.of(severity(row), id(row), fix(row), risk(row), title(row)));
            }
        }
        grid.print();
    }

    /** All names if they fit, else the first and how many more there are. */
    private static String names(Group group, int width) {
        String all = String.join(", ", group.names());
        return group.names().size() == 1 || Glyphs.width(all) <= width
                ? all
                : group.names().getFirst() + " +" + (group.names().size() - 1);
    }

    private static Cell severity(Group.Row row) {
        return new Cell(row.severity(), Ink.of(row.shown().finding().severity()));
    }

    private static Cell id(Group.Row row) {
        Cell id = new Cell(row.id(), Ink.PLAIN);
        Cell exploited = row.shown().isKnownExploited() ? id.withMark("KEV", Ink.ALARM) : id;
        return row.isNew() ? exploited.withMark("new", Ink.BOLD) : exploited;
    }

    private static Cell risk(Group.Row row) {
        double risk = row.shown().risk();
        return risk == 0 ? Cell.EMPTY : new Cell(String.format(Locale.ROOT, "%.1f", risk), Ink.PLAIN);
    }

    /** The probability, in per cent; below a tenth of one it is nothing to tell apart. */
    private static Cell epss(Group.Row row) {
        Double epss = row.shown().detail().threat().epss();
        if (epss == null) {
            return Cell.EMPTY;
        }
        return new Cell(epss < 0.001 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", 100 * epss), Ink.PLAIN);
    }

    private static Cell fix(Group.Row row) {
        boolean fixed = !row.shown().detail().fixedVersions().isEmpty();
        return new Cell(row.fixedIn(), fixed ? Ink.GREEN : Ink.DIM);
    }

    private static Cell title(Group.Row row) {
        return new Cell(row.shown().detail().summary(), Ink.DIM, Cell.Cut.END);
    }
}
