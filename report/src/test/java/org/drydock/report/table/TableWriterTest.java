package org.drydock.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
    private static String render(int width, boolean colour, boolean unicode, ScanReport report) throws IOException {
        return Golden.render(new TableWriter(new TableStyle(width, colour, unicode)), report);
    }

    @ParameterizedTest
    @CsvSource({"80, false, true", "120, false, true", "200, false, true", "80, true, true", "120, false, false"})
    void looksAsAgreed(int width, boolean colour, boolean unicode) throws IOException {
        Golden.check(
                "table-" + width + (colour ? "-colour" : "") + (unicode ? "" : "-ascii") + ".txt",
                render(width, colour, unicode, SampleReport.report()));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 200})
    void whatChangedAndWhatIsSetAsideIsTold(int width) throws IOException {
        String text = render(width, false, true, SampleReport.compared());
        Golden.check("table-compared-" + width + ".txt", text);
        assertThat(text)
                .contains("Set aside: 2 findings")
                .contains("gone: CVE-2023-38545")
                .contains("KEV new");
        TableStyle everything = new TableStyle(width, false, true).withEverything();
        String all = Golden.render(new TableWriter(everything), SampleReport.compared());
        Golden.check("table-everything-" + width + ".txt", all);
        assertThat(all).contains("CVE-2011-4116").contains(".drydock.yaml:12");
    }

    @Test
    void whatIsFoldedIsOneLineAndCountsAllTheSame() throws IOException {
        ScanReport report = SampleReport.folded();
        String text = render(120, false, true, report);
        assertThat(text)
                .contains("Folded: 2 findings in perl-base: kernel headers; --show-suppressed")
                .contains("9 findings:")
                .doesNotContain("CVE-2023-31484");
        TableStyle everything = new TableStyle(120, false, true).withEverything();
        assertThat(Golden.render(new TableWriter(everything), report)).contains("CVE-2023-31484");
    }

    @Test
    void noFindingsIsNotCalledClean() throws IOException {
        String text = render(80, false, true, SampleReport.withoutFindings());
        Golden.check("table-no-findings.txt", text);
        assertThat(text)
                .contains("No known vulnerabilities found in 5 packages")
                .contains("could not be examined")
                .contains("Not matched")
                .contains("drydock db import");
    }

    @Test
    void inventoryListsPackages() throws IOException {
        String text = render(80, false, true, SampleReport.inventoryOnly());
        Golden.check("table-inventory.txt", text);
        assertThat(text).doesNotContain("vulnerabilities").doesNotContain("DATA");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 60, 79, 80, 100, 109, 110, 120, 160, 200, 250})
    void noLineIsWiderThanTheTerminal(int width) throws IOException {
        int room = Math.max(40, width);
        for (ScanReport report : List.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutFindings(),
                SampleReport.inventoryOnly(),
                HostileReport.report(),
                HostileReport.inventoryOnly())) {
            for (boolean unicode : new boolean[] {true, false}) {
                assertThat(render(width, false, unicode, report).lines())
                        .allSatisfy(line -> assertThat(Glyphs.width(line)).isLessThanOrEqualTo(room));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void colourChangesNothingButColour(int width) throws IOException {
        String coloured = render(width, true, true, HostileReport.report());
        String plain = render(width, false, true, HostileReport.report());
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "").replaceAll(" +\n", "\n"))
                .isEqualTo(plain);
        assertThat(plain).doesNotContain("\u001b");
    }

    @Test
    void namesFromTheImageCannotDriveTheTerminal() throws IOException {
        for (int width : new int[] {80, 200}) {
            String text = render(width, false, true, HostileReport.report());
            assertThat(text.codePoints()
                            .filter(c -> c != '\n'
                                    && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                            .count())
                    .isZero();
        }
        String ascii = render(200, false, false, HostileReport.report());
        assertThat(ascii.chars().filter(c -> c != '\n' && (c < ' ' || c > '~')).count())
                .isZero();
    }

    @Test
    void longListsSayWhatTheyLeaveOut() throws IOException {
        assertThat(render(120, false, true, HostileReport.report()))
                .contains("and 1,214 more: -o json lists them all")
                .contains("and 95 more: -o json lists them all");
    }

    @Test
    void withoutPackagesNothingIsClaimed() throws IOException {
        assertThat(render(120, false, true, SampleReport.withoutPackages()))
                .contains("No packages were found, so nothing could be matched")
                .doesNotContain("No known vulnerabilities");
    }

    @Test
    void withoutDataNothingIsClaimed() throws IOException {
        assertThat(render(120, false, true, SampleReport.withoutData()))
                .contains("No package could be matched with advisories")
                .contains("There is no advisory data")
                .doesNotContain("No known vulnerabilities");
    }
}
