package org.drydock.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.drydock.core.Diagnostic;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.Summary;

/**
 * What a report cannot speak of, each in one sentence: where there is any, no findings do not mean that all is well.
 *
 * @param matched how many packages could be matched with advisories
 */
record Gaps(int matched, List<String> sentences) {
    Gaps {
        sentences = List.copyOf(sentences);
    }

    static Gaps of(ScanReport report, Summary summary) {
        int unmatched = summary.unmatched().values().stream().mapToInt(n -> n).sum();
        List<String> sentences = new ArrayList<>();
        if (!report.vulnerabilitiesExamined()) {
            sentences.add("Known vulnerabilities were not looked for: this is the inventory alone.");
        } else if (report.data().isEmpty()) {
            sentences.add("There is no advisory data; get it with: drydock db import PATH…");
        } else if (report.data().stream().allMatch(DataSource::starter)) {
            sentences.add("The advisory data is only the small starter set; get more with: drydock db import PATH…");
        }
        if (summary.allPackages() == 0) {
            sentences.add("No packages were found, so nothing could be matched with advisories.");
        }
        long missing = report.inventory().diagnostics().stream()
                .filter(d -> d.level() == Diagnostic.Level.NOT_EXAMINED)
                .count();
        if (missing > 0) {
            sentences.add(Quantity.count(missing, "place") + " could not be examined, so findings may be missing.");
        }
        int unnamed = report.inventory().unidentified().size();
        if (unnamed > 0) {
            sentences.add(Quantity.count(unnamed, "piece") + " of software could not be named, so nothing is known of "
                    + (unnamed == 1 ? "it." : "them."));
        }
        if (unmatched > 0) {
            sentences.add("Not matched, for want of advisory data: "
                    + summary.unmatched().entrySet().stream()
                            .map(e -> Quantity.count(e.getValue(), e.getKey().word() + " package"))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return new Gaps(report.vulnerabilitiesExamined() ? summary.allPackages() - unmatched : 0, sentences);
    }
}
