package org.drydock.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.drydock.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportWriterTest {
    private static final JsonReportWriter WRITER = new JsonReportWriter();

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutFindings(),
                SampleReport.withoutPackages(),
                SampleReport.withoutData(),
                SampleReport.inventoryOnly(),
                HostileReport.report(),
                HostileReport.inventoryOnly());
    }

    private static JsonValue parse(ScanReport report) throws IOException {
        return JsonReader.read(Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8), "report");
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("report.json", Golden.render(WRITER, SampleReport.report()));
    }

    @Test
    void whatIsSetAsideAndWhatChangedIsTold() throws IOException {
        Golden.check("report-compared.json", Golden.render(WRITER, SampleReport.compared()));
        JsonValue report = parse(SampleReport.compared());
        assertThat(report.get("suppressed").elements()).hasSize(2);
        assertThat(report.get("findings").elements()).hasSize(10);
        assertThat(report.get("comparison").get("new").elements()).hasSize(3);
        assertThat(report.get("comparison").get("removed").elements()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keepsToItsSchema(ScanReport report) throws IOException {
        Schema schema = Schemas.ofDocs("drydock.schema.json");
        Schemas.check(schema, Golden.render(WRITER, report));
    }

    @Test
    void theSchemaIsStrict() throws IOException {
        Schema schema = Schemas.ofDocs("drydock.schema.json");
        String odd = Golden.render(WRITER, SampleReport.report()).replaceFirst("\"coverage\"", "\"coverages\"");
        assertThatThrownBy(() -> Schemas.check(schema, odd)).isInstanceOf(AssertionError.class);
    }

    @Test
    void findingsPointToPackages() throws IOException {
        JsonValue report = parse(SampleReport.report());
        Set<String> ids = new HashSet<>();
        report.get("packages").elements().forEach(p -> ids.add(p.get("id").text("")));
        assertThat(ids).hasSize(6);
        assertThat(report.get("findings").elements())
                .hasSize(12)
                .allSatisfy(f ->
                        assertThat(ids).contains(f.get("subject").get("package").text("")));
    }

    @Test
    void hostileTextComesBackAsItWasButForUnpairedSurrogates() throws IOException {
        JsonValue report = parse(HostileReport.report());
        List<String> names = report.get("packages").elements().stream()
                .map(p -> p.get("name").text(""))
                .distinct()
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(HostileReport.names().stream()
                        .map(name -> name.replace('\ud800', '\ufffd').replace('\udc00', '\ufffd'))
                        .toList());
    }

    @Test
    void anInventoryHasNoFindings() throws IOException {
        JsonValue report = parse(SampleReport.inventoryOnly());
        assertThat(report.members()).doesNotContainKey("findings").containsKey("packages");
        assertThat(report.get("summary").members()).doesNotContainKey("vulnerabilities");
    }

    @Test
    void aBrokenPipeIsAnIoException() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThatThrownBy(() -> WRITER.write(SampleReport.report(), broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken pipe");
    }
}
