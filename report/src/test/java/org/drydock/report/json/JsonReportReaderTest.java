package org.drydock.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.core.Comparison;
import org.drydock.core.DrydockException;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportReaderTest {
    private static final JsonReportWriter WRITER = new JsonReportWriter();

    static Stream<ScanReport> reports() {
        return Stream.concat(JsonReportWriterTest.reports(), Stream.of(SampleReport.ofDirectory(), withSuppressed()));
    }

    private static ScanReport withSuppressed() {
        ScanReport report = SampleReport.report();
        Suppression why =
                new Suppression(Suppression.Kind.EXCEPTION, ".drydock.yaml:3", "not used", "shop", "2027-01-31", "");
        List<SuppressedFinding> aside =
                List.of(new SuppressedFinding(report.findings().getFirst(), why));
        return report.withSuppressed(
                        report.findings().subList(1, report.findings().size()), aside)
                .withComparison(new Comparison(
                        "before.json",
                        Set.of(report.findings().get(2).fingerprint()),
                        List.of(report.findings().get(3)),
                        7));
    }

    private static ScanReport read(String text) {
        return JsonReportReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "before.json");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsReadIsWrittenTheSame(ScanReport report) throws IOException {
        String written = Golden.render(WRITER, report);
        assertThat(withoutIds(Golden.render(WRITER, read(written)))).isEqualTo(withoutIds(written));
    }

    /** Ids are hashes of texts that may hold unpaired surrogates, which no JSON can carry. */
    private static String withoutIds(String report) {
        return report.contains("\ufffd")
                ? report.replaceAll("\"(id|package|fingerprint)\": \"[0-9a-f]{16,32}\"", "\"$1\": \"\"")
                : report;
    }

    @Test
    void findingsAndPackagesComeBackEqual() throws IOException {
        ScanReport report = SampleReport.report();
        ScanReport again = read(Golden.render(WRITER, report));
        assertThat(again.findings()).isEqualTo(report.findings());
        assertThat(again.inventory()).isEqualTo(report.inventory());
        assertThat(again.data()).isEqualTo(report.data());
        assertThat(again.gate()).isEqualTo(report.gate());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                         | schemaVersion: a text was expected",
                "[]                                         | an object was expected",
                "{\"schemaVersion\":\"2.0\"}                | version 2.0 is not known here",
                "{\"schemaVersion\":\"1.0\",\"target\":[]}  | target/kind: a text was expected",
                "{\"schemaVersion\":                        | before.json:1:",
            })
    void whatIsNoReportIsToldWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DrydockException.class)
                .hasMessageStartingWith("before.json")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"severity\": \"critical\" | \"severity\": \"huge\"   | severity: no such word: huge",
                "\"kind\": \"package\"      | \"kind\": \"planet\"     | subject/kind: no such kind: planet",
                "\"layer\": 3               | \"layer\": 33            | no such layer",
                "\"layer\": 3               | \"layer\": -1            | a number from 0",
                "\"sha256:a0                | \"sha256:zz              | target/image",
                "\"risk\":                  | \"ransomware\": \"x\", \"risk\": | ransomware: true or false was expected",
            })
    void damageIsToldWithItsPlace(String from, String to, String message) throws IOException {
        String whole = Golden.render(WRITER, SampleReport.report());
        String damaged =
                whole.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
        assertThat(damaged).isNotEqualTo(whole);
        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(DrydockException.class)
                .hasMessageContaining(message);
    }

    @Test
    void hostileTextIsKept() throws IOException {
        ScanReport again = read(Golden.render(WRITER, HostileReport.report()));
        assertThat(again.findings()).hasSameSizeAs(HostileReport.report().findings());
    }
}
