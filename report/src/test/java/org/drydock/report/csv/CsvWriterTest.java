package org.drydock.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {
    private static final CsvWriter WRITER = new CsvWriter();

    private static List<NamedCsvRecord> read(ScanReport report) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(Golden.render(WRITER, report)).stream()
                .toList();
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("report.csv", Golden.render(WRITER, SampleReport.compared()));
    }

    @Test
    void anIndependentReaderReadsOneRowForEachFinding() throws IOException {
        ScanReport report = SampleReport.compared();
        List<NamedCsvRecord> rows = read(report);
        assertThat(rows).hasSize(10 + 2 + 1);
        assertThat(rows).extracting(r -> r.getField("state")).containsOnly("open", "settled", "suppressed", "removed");
        NamedCsvRecord first = rows.getFirst();
        assertThat(first.getField("id")).isEqualTo("CVE-2021-44228");
        assertThat(first.getField("new")).isEqualTo("yes");
        assertThat(first.getField("known_exploited")).isEqualTo("2021-12-10");
    }

    @Test
    void hostileTextStaysInItsCell() throws IOException {
        ScanReport report = HostileReport.report();
        List<NamedCsvRecord> rows = read(report);
        assertThat(rows)
                .hasSize(report.findings().size()
                        + report.suppressed().size()
                        + PackageVulnerability.removed(report).size());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getFields())
                        .hasSize(29)
                        .allSatisfy(cell -> assertThat(cell.strip()).doesNotContainPattern("^[=+@\\-]")));
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "@scope/name, '''@scope/name'",
        "-2, '''-2'",
        "a-b, a-b",
        "'a,b', '\"a,b\"'",
        "'say \"so\"', '\"say \"\"so\"\"\"'",
        "' =1', ''' =1'",
        "'x ', '\"x \"'"
    })
    void cellsAreQuotedAndHarmless(String text, String cell) {
        CsvRows rows = new CsvRows();
        rows.row(List.of(text));
        assertThat(rows.toString()).isEqualTo(cell + "\r\n");
    }
}
