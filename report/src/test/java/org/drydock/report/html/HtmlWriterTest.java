package org.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    private static String render(ScanReport report) throws IOException {
        return Golden.render(new HtmlWriter(), report);
    }

    private static JsonValue facts(String page) {
        String start = "<script type=\"application/json\" id=\"facts\">";
        int from = page.indexOf(start) + start.length();
        String json = page.substring(from, page.indexOf("</script>", from));
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), "facts");
    }

    /** The page without the pieces that are the same in each report. */
    private static String own(String page) {
        String without = page;
        for (String name : List.of("report.css", "report.js")) {
            Asset asset = Asset.of(name);
            without = without.replace(asset.content(), name).replace(asset.hash(), "HASH-OF-" + name);
        }
        return without;
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("report.html", own(render(RichReports.everything())));
    }

    @Test
    void noFindingsIsNotCalledClean() throws IOException {
        String page = own(render(SampleReport.withoutFindings()));
        Golden.check("report-no-findings.html", page);
        assertThat(page)
                .contains("No known vulnerabilities found in 5 packages")
                .contains("verdict gaps")
                .contains("could not be examined")
                .contains("Not matched")
                .contains("drydock db import")
                .doesNotContain("verdict pass");
    }

    @Test
    void withoutPackagesOrDataNothingIsClaimed() throws IOException {
        for (ScanReport report : List.of(SampleReport.withoutPackages(), SampleReport.withoutData())) {
            assertThat(own(render(report)))
                    .contains("No package could be matched with advisories")
                    .contains("verdict gaps")
                    .doesNotContain("No known vulnerabilities")
                    .doesNotContain("class=\"figure ");
        }
    }

    @Test
    void inventoryShowsPackagesAlone() throws IOException {
        assertThat(own(render(SampleReport.inventoryOnly())))
                .contains("id=\"packages\"")
                .contains("vulnerabilities were not looked for")
                .doesNotContain("id=\"findings\"");
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = render(RichReports.everything());
        assertThat(page).contains("default-src 'none'").doesNotContain("unsafe-");
        assertThat(Pattern.compile("(?i)\\ssrc=|@import|url\\(|\\sstyle=|\\son[a-z]+=\"")
                        .matcher(page)
                        .results())
                .isEmpty();
    }

    @Test
    void namesFromTheImageAreNoMarkup() throws IOException {
        String page = own(render(HostileReport.report()));
        Set<String> tags = Pattern.compile("<([!a-zA-Z]+)")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(tags).doesNotContain("img", "br");
        assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
        assertThat(Pattern.compile("</script").matcher(page).results()).hasSize(2);
        assertThat(Pattern.compile("<!").matcher(page).results()).hasSize(1);
        assertThat(page).doesNotContain("href=\"javascript");
        assertThat(page.codePoints()
                        .filter(c ->
                                c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)))
                .isEmpty();
    }

    @Test
    void factsHoldEveryFinding() throws IOException {
        for (ScanReport report : List.of(SampleReport.report(), HostileReport.report(), RichReports.of(10_000))) {
            JsonValue facts = facts(render(report));
            assertThat(facts.get("findings").elements()).hasSameSizeAs(report.findings());
            assertThat(facts.get("packages").elements())
                    .hasSizeGreaterThanOrEqualTo(report.inventory().packages().size());
        }
    }

    @Test
    void whatFindingsShareStandsOnce() throws IOException {
        assertThat(render(RichReports.of(10_000)).length()).isLessThan(6_000_000);
        assertThat(facts(render(SampleReport.report())).get("details").elements())
                .hasSize(9);
    }

    @Test
    void lessThanIsEscapedInScriptsWhateverTheBuffer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ScriptSafeStream safe = new ScriptSafeStream(out)) {
            safe.write('<');
            safe.write("<<a<b".getBytes(StandardCharsets.UTF_8), 1, 3);
            safe.write("<".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\\u003c\\u003ca\\u003c\\u003c");
    }
}
