package org.drydock.report.html;

import java.io.IOException;
import java.io.OutputStream;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;

/**
 * Writes one page that needs nothing else: no network, no other file. It can be read without scripts and on paper; with
 * scripts its findings can be filtered, sorted and searched. Its content security policy lets in the page's own style and
 * script by their hashes and nothing besides, so that no name out of an image can do anything.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy 3</a>
 */
public final class HtmlWriter implements ReportWriter {
    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        try {
            page(View.of(report), new Html(out));
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
        out.flush();
    }

    private static void page(View view, Html html) {
        Asset style = Asset.of("report.css");
        Asset script = Asset.of("report.js");
        head(view, style, script, html);
        new HeaderSection(html).write(view);
        new OverviewSection(html).write(view);
        html.raw("<div id=\"sections\">\n");
        if (view.report().vulnerabilitiesExamined()) {
            new FindingsSection(html).write(view);
            new ComparisonSection(html).write(view);
            new SuppressedSection(html).write(view);
        }
        new PackagesSection(html).write(view);
        new LayersSection(html).write(view);
        new CoverageSection(html).write(view);
        html.raw("</div>\n</main>\n<footer>Drydock ").text(view.report().toolVersion());
        html.raw(" · This page holds all it shows and asks no network for anything.</footer>\n");
        html.raw("<script type=\"application/json\" id=\"facts\">");
        new Facts(view).write(new ScriptSafeStream(html.flushed()));
        html.raw("</script>\n<script>").raw(script.content()).raw("</script>\n</body>\n</html>\n");
        html.flushed();
    }

    private static void head(View view, Asset style, Asset script, Html html) {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        String policy = "default-src 'none'; script-src " + script.hash() + "; style-src " + style.hash()
                + "; img-src data:; base-uri 'none'; form-action 'none'";
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .raw(policy)
                .raw("\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<link rel=\"icon\" href=\"data:,\">\n");
        html.leaf("title", view.report().target().name() + " – Drydock report");
        html.raw("\n<style>").raw(style.content()).raw("</style>\n</head>\n<body>\n");
    }
}
