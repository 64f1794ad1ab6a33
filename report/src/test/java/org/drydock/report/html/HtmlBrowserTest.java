package org.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a real browser sees it. */
class HtmlBrowserTest {
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

    @TempDir
    Path folder;

    private Chromium browser;

    @BeforeEach
    void findBrowser() {
        browser = Chromium.orSkip(folder);
    }

    private Path write(ScanReport report) throws IOException {
        return Files.writeString(folder.resolve("report.html"), Golden.render(new HtmlWriter(), report));
    }

    private static List<String> found(String regex, String document) {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(document)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> rows(String document) {
        return found("<details class=\"f\".*?</summary>", document);
    }

    @Test
    void theAddressFilters() throws IOException, InterruptedException {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("", 7);
        rows.put("severity=critical", 1);
        rows.put("severity=high,medium", 1);
        rows.put("severity=unknown&fixable=1", 2);
        rows.put("kev=1", 1);
        rows.put("new=1", 1);
        rows.put("folded=1", 8);
        rows.put("status=all&folded=1", 11);
        rows.put("status=not-affected", 2);
        rows.put("layer=base", 6);
        rows.put("layer=own", 1);
        rows.put("type=java", 1);
        rows.put("q=log4j%20remote", 1);
        rows.put("q=GHSA-JFH8", 1);
        rows.put("q=nothing-like-this", 0);
        rows.put("tab=packages", 7);
        rows.put("group=package&sort=id", 7);
        String visits = rows.keySet().stream().map(f -> "\"" + f + "\"").collect(Collectors.joining(","));
        String probe = """
            <script>for (const fragment of [%s]) {
              history.replaceState(null, "", "#" + fragment);
              dispatchEvent(new Event("hashchange"));
              document.body.append("<" + fragment + " | " + document.querySelectorAll("#rows > .f").length + ">");
            }</script></body>\
            """.formatted(visits);
        String page = Golden.render(new HtmlWriter(), RichReports.everything());
        Path file = folder.resolve("probed.html");
        Files.writeString(file, page.replaceFirst(POLICY, "").replace("</body>", probe));
        Chromium.Page shown = browser.open(file, "severity=critical");
        assertThat(shown.console()).isEmpty();
        rows.forEach((fragment, n) ->
                assertThat(shown.document()).contains("&lt;" + fragment.replace("&", "&amp;") + " | " + n + "&gt;"));
    }

    @Test
    void theAddressIsReadFirst() throws IOException, InterruptedException {
        Chromium.Page page = browser.open(write(RichReports.everything()), "severity=critical&theme=dark");
        assertThat(page.console()).isEmpty();
        assertThat(rows(page.document())).hasSize(1);
        assertThat(page.document()).contains("data-theme=\"dark\"");
    }

    @Test
    void theScriptTellsWhatThePageTellsWithoutIt() throws IOException, InterruptedException {
        Path file = write(SampleReport.report());
        Path still = folder.resolve("without-script.html");
        Files.writeString(
                still, Files.readString(file).replace(Asset.of("report.js").content(), ""));
        String without = browser.open(still, "").document();
        String with = browser.open(file, "").document();
        assertThat(rows(without)).hasSize(9);
        assertThat(rows(with)).isEqualTo(rows(without));
        String fragment = found("#finding=[0-9a-f]+", without).getFirst().substring(1);
        List<String> panels = panels(without);
        assertThat(panels).hasSize(9);
        assertThat(panels(browser.open(file, fragment).document())).containsExactly(panels.getFirst());
    }

    private static List<String> panels(String document) {
        return found("<div class=\"panel\">.*?</details>", document);
    }

    @Test
    void hostileNamesStayTextEvenWithoutThePolicy() throws IOException, InterruptedException {
        ScanReport report = HostileReport.report();
        Path file = write(report);
        Path open = folder.resolve("without-policy.html");
        Files.writeString(open, Files.readString(file).replaceFirst(POLICY, ""));
        assertThat(Files.readString(open)).doesNotContain("Content-Security-Policy");
        for (Path page : List.of(file, open)) {
            Chromium.Page shown = browser.open(page, "status=all&folded=1");
            assertThat(shown.console()).isEmpty();
            assertThat(rows(shown.document()))
                    .hasSize(Math.min(100, report.findings().size()));
            assertThat(found("<html[^>]*>", shown.document()))
                    .singleElement()
                    .asString()
                    .doesNotContain("owned");
            assertThat(found("<img|<a [^>]*href=\"javascript", shown.document()))
                    .isEmpty();
            assertThat(found("<script", shown.document())).hasSize(2);
        }
    }

    @Test
    void thePolicyLetsNothingElseIn() throws IOException, InterruptedException {
        String page = Golden.render(new HtmlWriter(), SampleReport.report());
        Path file = folder.resolve("injected.html");
        Files.writeString(
                file, page.replace("<main>", "<main><script>document.documentElement.dataset.owned = 1</script>"));
        Chromium.Page shown = browser.open(file, "");
        assertThat(shown.console())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("Content Security Policy"));
        assertThat(shown.document()).doesNotContain("data-owned");
    }

    @Test
    void tenThousandFindingsAreShownByPages() throws IOException, InterruptedException {
        Chromium.Page page = browser.open(write(RichReports.of(10_000)), "severity=low&sort=id");
        assertThat(page.console()).isEmpty();
        assertThat(rows(page.document())).hasSize(100);
        assertThat(page.document()).contains("1,667 of 10,000 findings").contains("Page 1 of 17");
    }

    @Test
    void reportsWithoutFindingsWork() throws IOException, InterruptedException {
        for (ScanReport report : List.of(SampleReport.withoutFindings(), SampleReport.inventoryOnly())) {
            Chromium.Page page = browser.open(write(report), "tab=coverage");
            assertThat(page.console()).isEmpty();
            assertThat(found("role=\"tab\"[^>]*aria-selected=\"true\"", page.document()))
                    .hasSize(1);
        }
    }
}
