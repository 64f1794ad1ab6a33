package org.drydock.report.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.drydock.report.Schemas;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GitLabWriterTest {
    private static final GitLabWriter WRITER = new GitLabWriter();

    /** What version 15.2.1 demands of the members that are written, and of which must be there. */
    private static final String DEMANDS = """
        {"type": "object", "required": ["scan", "version", "vulnerabilities"], "properties": {
          "version": {"const": "15.2.1"},
          "scan": {"type": "object",
            "required": ["analyzer", "end_time", "scanner", "start_time", "status", "type"],
            "properties": {
              "type": {"enum": ["container_scanning", "dependency_scanning"]},
              "status": {"enum": ["success", "failure"]},
              "start_time": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"},
              "end_time": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"},
              "analyzer": {"$ref": "#/definitions/tool"}, "scanner": {"$ref": "#/definitions/tool"},
              "messages": {"type": "array", "items": {"type": "object", "required": ["level", "value"],
                "properties": {"level": {"enum": ["info", "warn", "fatal"]},
                               "value": {"type": "string", "minLength": 1}}}}}},
          "vulnerabilities": {"type": "array", "items": {"type": "object",
            "required": ["id", "identifiers", "location"], "properties": {
              "id": {"type": "string", "minLength": 1},
              "name": {"type": "string", "maxLength": 255},
              "description": {"type": "string", "maxLength": 1048576},
              "severity": {"enum": ["Info", "Unknown", "Low", "Medium", "High", "Critical"]},
              "solution": {"type": "string", "maxLength": 7000},
              "identifiers": {"type": "array", "minItems": 1, "items": {"type": "object",
                "required": ["type", "name", "value"], "properties": {
                  "type": {"type": "string", "minLength": 1}, "name": {"type": "string", "minLength": 1},
                  "value": {"type": "string", "minLength": 1},
                  "url": {"type": "string", "pattern": "^(https?|ftp)://.+"}}}},
              "cvss_vectors": {"type": "array", "minItems": 1, "maxItems": 10, "items": {"type": "object",
                "required": ["vendor", "vector"], "properties": {"vendor": {"type": "string", "minLength": 1},
                  "vector": {"type": "string", "minLength": 16, "maxLength": 128}}}},
              "links": {"type": "array", "items": {"type": "object", "required": ["url"],
                "properties": {"url": {"type": "string", "pattern": "^(https?|ftp)://.+"}}}},
              "details": {"type": "object", "additionalProperties": {"type": "object",
                "required": ["type", "name", "value"], "properties": {"type": {"const": "text"},
                  "name": {"type": "string", "minLength": 1}, "value": {"type": "string"}}}},
              "location": {"type": "object", "required": ["dependency"], "properties": {
                "dependency": {"type": "object", "required": ["package", "version"], "properties": {
                  "package": {"type": "object", "required": ["name"]}}},
                "file": {"type": "string", "minLength": 1},
                "image": {"type": "string", "minLength": 1},
                "operating_system": {"type": "string", "minLength": 1}},
                "anyOf": [{"required": ["file"]}, {"required": ["image", "operating_system"]}]}}}}},
         "definitions": {"tool": {"type": "object", "required": ["id", "name", "version", "vendor"],
           "properties": {"version": {"type": "string", "minLength": 1}}}}}
        """;

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutFindings(),
                SampleReport.withoutPackages(),
                SampleReport.inventoryOnly(),
                SampleReport.ofRepository(),
                HostileReport.report());
    }

    private static JsonValue parse(ScanReport report) throws IOException {
        return JsonReader.read(Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8), "report");
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("gl-container-scanning-report.json", Golden.render(WRITER, SampleReport.compared()));
        Golden.check("gl-dependency-scanning-report.json", Golden.render(WRITER, SampleReport.ofRepository()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void meetsWhatTheFormatDemands(ScanReport report) throws IOException {
        Schemas.check(Schemas.ofText(DEMANDS), Golden.render(WRITER, report));
    }

    /** GitLab's own schemas are in no library: {@code GITLAB_SCHEMAS} names the folder {@code dist} of their repository. */
    @ParameterizedTest
    @MethodSource("reports")
    void keepsToTheOfficialSchema(ScanReport report) throws IOException {
        String folder = System.getenv("GITLAB_SCHEMAS");
        Assumptions.assumeTrue(folder != null, "skipped: GITLAB_SCHEMAS does not name a folder with GitLab's schemas");
        String name = report.target().image() == null ? "dependency" : "container";
        Schema schema = Schemas.ofText(Files.readString(Path.of(folder, name + "-scanning-report-format.json")));
        Schemas.check(schema, Golden.render(WRITER, report));
    }

    @Test
    void idsStayAndAreUnique() throws IOException {
        List<String> ids = parse(SampleReport.report()).get("vulnerabilities").elements().stream()
                .map(v -> v.get("id").text(""))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f-]{36}"));
        assertThat(parse(SampleReport.compared()).get("vulnerabilities").elements())
                .hasSize(7)
                .allSatisfy(v -> assertThat(ids).contains(v.get("id").text("")));
    }

    @Test
    void onlyVectorsThatTheFormatKnowsAreWritten() throws IOException {
        JsonValue log4j =
                parse(SampleReport.report()).get("vulnerabilities").elements().getFirst();
        assertThat(log4j.get("cvss_vectors").elements()).hasSize(2);
        String hostile = Golden.render(WRITER, HostileReport.report());
        assertThat(hostile).doesNotContain("cvss_vectors");
    }
}
