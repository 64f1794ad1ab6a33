package org.drydock.report.formats;

import java.util.List;
import java.util.Optional;
import org.drydock.report.ReportWriter;
import org.drydock.report.csv.CsvWriter;
import org.drydock.report.cyclonedx.CycloneDxJsonWriter;
import org.drydock.report.cyclonedx.CycloneDxXmlWriter;
import org.drydock.report.github.GitHubWriter;
import org.drydock.report.gitlab.GitLabWriter;
import org.drydock.report.grype.GrypeWriter;
import org.drydock.report.html.HtmlWriter;
import org.drydock.report.json.JsonReportWriter;
import org.drydock.report.junit.JUnitWriter;
import org.drydock.report.markdown.MarkdownWriter;
import org.drydock.report.sarif.SarifWriter;
import org.drydock.report.spdx.SpdxWriter;
import org.drydock.report.table.TableStyle;
import org.drydock.report.table.TableWriter;
import org.drydock.report.template.TemplateException;
import org.drydock.report.template.TemplateWriter;
import org.drydock.report.trivy.TrivyWriter;

/** Every format there is. A new one is a {@link ReportWriter} and a line here. */
public final class ReportWriters {
    private static final List<ReportWriter> ALL = List.of(
            new TableWriter(TableStyle.PLAIN),
            new JsonReportWriter(),
            new CycloneDxJsonWriter(),
            new CycloneDxXmlWriter(),
            new SpdxWriter(),
            new SarifWriter(),
            new MarkdownWriter(),
            new CsvWriter(),
            new JUnitWriter(),
            new GitLabWriter(),
            new GitHubWriter(),
            new GrypeWriter(),
            new TrivyWriter(),
            new HtmlWriter());

    private ReportWriters() {}

    /** All writers, the default first. The table is the one for files and pipes: a terminal wants its own style. */
    public static List<ReportWriter> all() {
        return ALL;
    }

    /**
     * The writer that fills a template of the user's own.
     *
     * @param name of the template, for messages
     * @param text the template
     * @throws TemplateException if it is none
     */
    public static ReportWriter ofTemplate(String name, String text) {
        return new TemplateWriter(name, text);
    }

    /** The writer of a format, empty if there is none. */
    public static Optional<ReportWriter> byFormat(String format) {
        return ALL.stream().filter(w -> w.format().equals(format)).findFirst();
    }
}
