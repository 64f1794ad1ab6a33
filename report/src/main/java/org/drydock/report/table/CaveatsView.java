package org.drydock.report.table;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Inventory.Unidentified;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport;

/** What the report cannot speak of, and the data that it rests on. */
final class CaveatsView {
    private static final int MOST_NOT_EXAMINED = 20;
    private static final int MOST_UNIDENTIFIED = 5;

    private final Page page;

    CaveatsView(Page page) {
        this.page = page;
    }

    void print(ScanReport report) {
        Inventory inventory = report.inventory();
        printNotExamined(inventory.diagnostics());
        printUnidentified(inventory.unidentified());
        printOthers(inventory.diagnostics());
        if (report.vulnerabilitiesExamined()) {
            printData(report);
        }
    }

    private void printNotExamined(List<Diagnostic> diagnostics) {
        List<Diagnostic> missing = ofLevel(diagnostics, Level.NOT_EXAMINED);
        if (missing.isEmpty()) {
            return;
        }
        section("Not examined, so findings may be missing:", Ink.YELLOW);
        missing.stream()
                .limit(MOST_NOT_EXAMINED)
                .forEach(d -> item(d.place() + ": " + d.message() + " [" + d.code() + "]"));
        more(missing.size() - MOST_NOT_EXAMINED);
    }

    private void printUnidentified(List<Unidentified> unidentified) {
        if (unidentified.isEmpty()) {
            return;
        }
        section("Software that nobody could name, so nothing is known of it:", Ink.YELLOW);
        unidentified.stream()
                .limit(MOST_UNIDENTIFIED)
                .forEach(u -> item(u.location().path() + ": " + u.what()));
        more(unidentified.size() - MOST_UNIDENTIFIED);
    }

    private void printOthers(List<Diagnostic> diagnostics) {
        int warnings = ofLevel(diagnostics, Level.WARNING).size();
        int notes = ofLevel(diagnostics, Level.NOTE).size();
        if (warnings + notes > 0) {
            page.blank();
            List<String> counts = new ArrayList<>();
            if (warnings > 0) {
                counts.add(Quantity.count(warnings, "warning"));
            }
            if (notes > 0) {
                counts.add(Quantity.count(notes, "note"));
            }
            page.wrap("", 2, String.join(" and ", counts) + " besides: -o json lists them.", Ink.PLAIN);
        }
    }

    private void printData(ScanReport report) {
        if (!report.data().isEmpty()) {
            new DataView(page).print(report.data());
        }
        boolean onlyStarter = report.data().stream().allMatch(ScanReport.DataSource::starter);
        if (onlyStarter) {
            page.blank();
            String what = report.data().isEmpty() ? "There is no advisory data" : "This is only the small starter data";
            page.wrap("", 2, page.clean(what + "; get more with: drydock db import PATH…"), Ink.YELLOW);
        }
    }

    private static List<Diagnostic> ofLevel(List<Diagnostic> diagnostics, Level level) {
        return diagnostics.stream().filter(d -> d.level() == level).toList();
    }

    private void section(String title, Ink ink) {
        page.blank();
        page.wrap("", 2, title, ink);
    }

    private void item(String text) {
        page.wrap("  ", 4, page.clean(text), Ink.PLAIN);
    }

    private void more(int n) {
        if (n > 0) {
            item("and " + Quantity.number(n) + " more: -o json lists them all");
        }
    }
}
