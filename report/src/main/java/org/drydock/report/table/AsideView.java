package org.drydock.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drydock.core.Comparison;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.PackageVulnerability.Suppressed;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport;
import org.drydock.report.table.Grid.Column;

/** What is not among the findings shown: folded, set aside, or gone since the baseline. */
final class AsideView {
    private static final int MOST_GONE = 10;
    private static final int MOST_NAMES = 3;
    private static final String ASK = "; --show-suppressed lists them";

    private final Page page;

    AsideView(Page page) {
        this.page = page;
    }

    /** One line for each reason to fold findings. */
    void printFolded(List<PackageVulnerability> folded) {
        Map<String, List<PackageVulnerability>> byReason = new TreeMap<>();
        folded.forEach(v -> byReason.computeIfAbsent(v.detail().folded(), _ -> new ArrayList<>())
                .add(v));
        byReason.forEach((reason, of) -> page.wrap(
                "",
                2,
                page.clean("Folded: " + Quantity.count(of.size(), "finding") + " in " + names(of) + ": " + reason) + ASK
                        + ".",
                Ink.DIM));
    }

    private static String names(List<PackageVulnerability> of) {
        List<String> names =
                of.stream().map(v -> v.subject().name()).distinct().sorted().toList();
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    /** How many are set aside, or which where everything is wanted. */
    void printSuppressed(List<Suppressed> suppressed, boolean everything) {
        if (suppressed.isEmpty()) {
            return;
        }
        String kinds = suppressed.stream()
                .collect(Collectors.groupingBy(s -> s.suppression().kind(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> Quantity.number(e.getValue()) + " by " + e.getKey().word())
                .collect(Collectors.joining(", "));
        page.wrap(
                "",
                2,
                "Set aside: " + Quantity.count(suppressed.size(), "finding") + " (" + kinds + ")"
                        + (everything ? ":" : ASK + "."),
                Ink.PLAIN);
        if (everything) {
            Grid grid = new Grid(
                    page,
                    2,
                    List.of(
                            Column.of("SEVERITY", 8),
                            Column.of("ID", 14),
                            Column.of("PACKAGE", 10),
                            Column.of("BY", 8),
                            new Column("REASON", 12, Integer.MAX_VALUE, Column.Kind.IF_ROOM)));
            for (Suppressed s : suppressed) {
                PackageVulnerability v = s.vulnerability();
                grid.row(List.of(
                        new Cell(v.finding().severity().word(), Ink.DIM),
                        new Cell(v.finding().rule(), Ink.PLAIN),
                        new Cell(v.subject().name() + " " + v.subject().version(), Ink.PLAIN),
                        new Cell(s.suppression().origin(), Ink.PLAIN),
                        new Cell(s.reason(), Ink.DIM, Cell.Cut.END)));
            }
            grid.print();
        }
    }

    /** What changed since the baseline; nothing without one. */
    void printComparison(ScanReport report) {
        Comparison comparison = report.comparison();
        if (comparison == null) {
            return;
        }
        List<PackageVulnerability> gone = PackageVulnerability.removed(report);
        String counts = Quantity.number(comparison.added().size()) + " new, " + Quantity.number(gone.size()) + " gone, "
                + Quantity.number(comparison.unchanged()) + " unchanged";
        page.wrap("", 2, page.clean("Since " + comparison.baseline() + ": " + counts), Ink.PLAIN);
        gone.stream()
                .limit(MOST_GONE)
                .forEach(v -> page.wrap(
                        "  ",
                        4,
                        page.clean("gone: " + v.finding().rule() + " ("
                                + v.finding().severity().word() + ") in "
                                + v.subject().name() + " " + v.subject().version()),
                        Ink.GREEN));
        if (gone.size() > MOST_GONE) {
            page.wrap(
                    "  ",
                    4,
                    "and " + Quantity.number(gone.size() - MOST_GONE) + " more: -o json lists them all",
                    Ink.GREEN);
        }
    }
}
