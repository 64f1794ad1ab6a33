package org.drydock.report.formats;

import java.util.List;
import java.util.Optional;
import org.drydock.report.ReportWriter;
import org.drydock.report.cyclonedx.CycloneDxWriter;
import org.drydock.report.grype.GrypeWriter;
import org.drydock.report.html.HtmlWriter;
import org.drydock.report.json.JsonReportWriter;
import org.drydock.report.table.TableStyle;
import org.drydock.report.table.TableWriter;
import org.drydock.report.trivy.TrivyWriter;

/** Every format there is. A new one is a {@link ReportWriter} and a line here. */
public final class ReportWriters {
    private static final List<ReportWriter> ALL = List.of(
            new TableWriter(TableStyle.PLAIN),
            new JsonReportWriter(),
            new CycloneDxWriter(),
            new GrypeWriter(),
            new TrivyWriter(),
            new HtmlWriter());

    private ReportWriters() {}

    /** All writers, the default first. The table is the one for files and pipes: a terminal wants its own style. */
    public static List<ReportWriter> all() {
        return ALL;
    }

    /** The writer of a format, empty if there is none. */
    public static Optional<ReportWriter> byFormat(String format) {
        return ALL.stream().filter(w -> w.format().equals(format)).findFirst();
    }
}
