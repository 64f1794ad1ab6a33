package org.drydock.policy.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.DrydockException;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Suppression;
import org.drydock.policy.Suppressions.Outcome;
import org.drydock.policy.TestFindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VexFilesTest {
    static final ImageIdentity IMAGE = new ImageIdentity(
            List.of("sha256:" + "ab".repeat(32)), List.of("registry.example.org/shop/cart:2.4"), "amd64");
    private static final Finding FINDING =
            TestFindings.of("CVE-2019-10744", "GHSA-jf85-cpcp-j695").build();

    private static Outcome apply(String document) {
        return VexFiles.read(document.getBytes(StandardCharsets.UTF_8), "v.json")
                .apply(List.of(FINDING), IMAGE, TestFindings.NOW);
    }

    /** What becomes of the finding: {@code aside} or its status. */
    private static String fate(Outcome outcome) {
        return outcome.remaining().isEmpty()
                ? "aside"
                : outcome.remaining().getFirst().status().word();
    }

    private static String openVex(String... statements) {
        return """
            {"@context":"https://openvex.dev/ns/v0.2.0","@id":"x","author":"Shop","version":1,
            "timestamp":"2026-01-01T00:00:00Z","statements":[%s]}
            """.formatted(String.join(",", statements));
    }

    private static String statement(String status, String product, String more) {
        return """
            {"vulnerability":{"name":"CVE-2019-10744"},"products":[%s],"status":"%s"%s}
            """.formatted(product, status, more);
    }

    private static String id(String product) {
        return "{\"@id\":\"" + product + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'@id':'pkg:npm/lodash'}                                                       ; aside",
                "{'@id':'pkg:npm/lodash@4.1'}                                                   ; aside",
                "{'@id':'pkg:npm/lodash@4.2'}                                                   ; affected",
                "{'@id':'pkg:npm/other'}                                                        ; affected",
                "{'identifiers':{'purl':'pkg:npm/lodash'}}                                      ; aside",
                "{'@id':'pkg:oci/cart?repository_url=registry.example.org/shop/cart'}           ; aside",
                "{'@id':'pkg:oci/basket'}                                                       ; affected",
                "{'@id':'pkg:oci/cart','subcomponents':[{'@id':'pkg:npm/lodash@4.1'}]}          ; aside",
                "{'@id':'pkg:oci/cart','subcomponents':[{'@id':'pkg:npm/other'}]}               ; affected",
                "{'@id':'pkg:oci/basket','subcomponents':[{'@id':'pkg:npm/lodash@4.1'}]}        ; affected",
                "{'@id':'pkg:npm/app@1','subcomponents':[{'@id':'pkg:npm/lodash@4.1'}]}         ; affected",
                "{'@id':'registry.example.org/shop/cart:2.4'}                                   ; aside",
                "{'@id':'https://example.org/products/cart'}                                    ; affected",
                "{'@id':'pkg:nothing'}                                                          ; affected",
                "'pkg:npm/lodash'                                                               ; aside",
            })
    void openVexProducts(String product, String expected) {
        Outcome outcome = apply(openVex(
                statement("not_affected", product.replace('\'', '"'), ",\"justification\":\"component_not_present\"")));
        assertThat(fate(outcome)).isEqualTo(expected);
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyElementsOf(expected.equals("aside") ? List.of() : List.of("unmatched-vex-statement"));
    }

    @ParameterizedTest
    @CsvSource({"not_affected, aside", "fixed, aside", "affected, affected", "under_investigation, under-investigation"
    })
    void openVexStatuses(String status, String expected) {
        assertThat(fate(apply(openVex(statement(status, id("pkg:npm/lodash"), ",\"impact_statement\":\"why\"")))))
                .isEqualTo(expected);
    }

    @Test
    void theStatementIsTheReason() {
        Outcome outcome = apply(openVex(statement(
                "not_affected",
                id("pkg:npm/lodash"),
                ",\"justification\":\"vulnerable_code_not_present\",\"status_notes\":\"it is patched\"")));
        assertThat(outcome.suppressed().getFirst().suppression())
                .isEqualTo(new Suppression(
                        Suppression.Kind.VEX,
                        "v.json#statements/0",
                        "it is patched",
                        "Shop",
                        "",
                        "vulnerable_code_not_present"));
    }

    @Test
    void affectedIsEvidence() {
        Finding finding = apply(
                        openVex(statement("affected", id("pkg:npm/lodash"), ",\"action_statement\":\"update\"")))
                .remaining()
                .getFirst();
        assertThat(finding.fingerprint()).isEqualTo(FINDING.fingerprint());
        assertThat(finding.evidence().getLast().text()).isEqualTo("affected: update (v.json#statements/0)");
    }

    @Test
    void theLaterStatementWinsWhereverItStands() {
        String early = statement("affected", id("pkg:npm/lodash"), ",\"timestamp\":\"2026-02-01T00:00:00Z\"");
        String late = statement(
                "not_affected",
                id("pkg:npm/lodash"),
                ",\"timestamp\":\"2026-03-01T00:00:00Z\",\"impact_statement\":\"x\"");
        assertThat(fate(apply(openVex(early, late)))).isEqualTo("aside");
        assertThat(fate(apply(openVex(late, early)))).isEqualTo("aside");
        String latest = statement("affected", id("pkg:npm/lodash"), ",\"timestamp\":\"2026-03-01T01:00:00+00:00\"");
        assertThat(fate(apply(openVex(latest, late)))).isEqualTo("affected");
        assertThat(apply(openVex(latest, late)).diagnostics()).isEmpty();
    }

    @Test
    void aliasesNameTheVulnerabilityToo() {
        assertThat(fate(apply(openVex("""
            {"vulnerability":{"name":"X-1","aliases":["GHSA-jf85-cpcp-j695"]},
            "products":[{"@id":"pkg:npm/lodash"}],"status":"fixed"}
            """)))).isEqualTo("aside");
        assertThat(fate(apply(openVex("""
            {"vulnerability":{"@id":"https://nvd.nist.gov/vuln/detail/CVE-2019-10744"},
            "products":[{"@id":"pkg:npm/lodash"}],"status":"fixed"}
            """)))).isEqualTo("aside");
    }

    @Test
    void oddStatementsAreTold() {
        Outcome outcome = apply(openVex(
                statement("harmless", id("pkg:npm/lodash"), ""),
                "{\"status\":\"fixed\"}",
                "7",
                statement("not_affected", id("pkg:npm/lodash"), "")));
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("odd-vex-statement", "odd-vex-statement", "odd-vex-statement", "odd-vex-statement");
        assertThat(fate(outcome)).isEqualTo("aside");
    }

    private static String csaf(String status) {
        return """
            {"document":{"csaf_version":"2.0","category":"csaf_vex","publisher":{"name":"Shop"},
            "tracking":{"current_release_date":"2026-01-01T00:00:00Z"}},
            "product_tree":{
              "branches":[{"category":"vendor","name":"Shop","branches":[
                {"category":"product_version_range","name":"vers:npm/>=4.0|<4.2","product":{"product_id":"RANGE",
                  "name":"lodash","product_identification_helper":{"purl":"pkg:npm/lodash"}}},
                {"category":"product_version_range","name":"vers:npm/>=5","product":{"product_id":"LATER",
                  "name":"lodash","product_identification_helper":{"purl":"pkg:npm/lodash"}}},
                {"category":"product_version","name":"4.1","product":{"product_id":"VERSION",
                  "name":"lodash","product_identification_helper":{"purl":"pkg:npm/lodash"}}}]}],
              "full_product_names":[
                {"product_id":"CART","name":"c","product_identification_helper":{"purl":"pkg:oci/cart"}},
                {"product_id":"OTHER","name":"c","product_identification_helper":{"purl":"pkg:oci/basket"}},
                {"product_id":"OS","name":"os","product_identification_helper":{"cpe":"cpe:/o:x:y:1"}}],
              "relationships":[
                {"category":"default_component_of","product_reference":"VERSION",
                 "relates_to_product_reference":"CART","full_product_name":{"product_id":"IN-CART","name":"x"}},
                {"category":"default_component_of","product_reference":"VERSION",
                 "relates_to_product_reference":"OTHER","full_product_name":{"product_id":"IN-OTHER","name":"x"}},
                {"category":"default_component_of","product_reference":"VERSION",
                 "relates_to_product_reference":"OS","full_product_name":{"product_id":"IN-OS","name":"x"}}],
              "product_groups":[{"group_id":"G","product_ids":["RANGE","CART"]}]},
            "vulnerabilities":[{"cve":"CVE-2019-10744","product_status":{%s},
              "flags":[{"label":"vulnerable_code_not_present","group_ids":["G"]}],
              "threats":[{"category":"impact","details":"not called","product_ids":["RANGE"]}]}]}
            """.formatted(status);
    }

    @ParameterizedTest
    @CsvSource({
        "known_not_affected, RANGE, aside",
        "known_not_affected, LATER, affected",
        "known_not_affected, VERSION, aside",
        "known_not_affected, CART, aside",
        "known_not_affected, OTHER, affected",
        "known_not_affected, IN-CART, aside",
        "known_not_affected, IN-OTHER, affected",
        "known_not_affected, IN-OS, affected",
        "known_not_affected, UNKNOWN, affected",
        "fixed, RANGE, aside",
        "first_fixed, RANGE, aside",
        "under_investigation, RANGE, under-investigation",
        "known_affected, RANGE, affected",
        "recommended, RANGE, affected"
    })
    void csafProductsAndStatuses(String member, String product, String expected) {
        assertThat(fate(apply(csaf("\"" + member + "\":[\"" + product + "\"]"))))
                .isEqualTo(expected);
    }

    @Test
    void csafFlagsAndThreatsAreTheReason() {
        Suppression why = apply(csaf("\"known_not_affected\":[\"RANGE\"]"))
                .suppressed()
                .getFirst()
                .suppression();
        assertThat(why.justification()).isEqualTo("vulnerable_code_not_present");
        assertThat(why.reason()).isEqualTo("not called");
        assertThat(why.owner()).isEqualTo("Shop");
    }

    private static String cycloneDx(String analysis, String affects) {
        return """
            {"bomFormat":"CycloneDX","specVersion":"1.6",
            "components":[{"bom-ref":"inner","purl":"pkg:npm/outer@1","components":[
              {"bom-ref":"lodash-ref","purl":"pkg:npm/lodash@4.1"}]}],
            "vulnerabilities":[{"id":"X","references":[{"id":"CVE-2019-10744"}],"analysis":{%s},"affects":[%s]}]}
            """.formatted(analysis, affects).replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'ref':'lodash-ref'}                                                           ; aside",
                "{'ref':'inner'}                                                                ; affected",
                "{'ref':'pkg:npm/lodash@4.1'}                                                   ; aside",
                "{'ref':'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm/lodash@4.1'}    ; aside",
                "{'ref':'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Anpm%2Flodash%404.1'} ; aside",
                "{'ref':'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#lodash-ref'}            ; aside",
                "{'ref':'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#product-ABC'}           ; affected",
                "{'ref':'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1'}                       ; affected",
                "{'ref':'pkg:npm/lodash','versions':[{'version':'4.1'}]}                        ; aside",
                "{'ref':'pkg:npm/lodash','versions':[{'version':'4.2'}]}                        ; affected",
                "{'ref':'pkg:npm/lodash','versions':[{'range':'vers:npm/<5','status':'unaffected'}]} ; aside",
                "{'ref':'pkg:npm/lodash','versions':[{'range':'vers:npm/<5','status':'unknown'}]} ;"
                        + " under-investigation",
                "{'ref':'pkg:npm/lodash','versions':[{'range':'vers:npm'}]}                     ; affected",
            })
    void cycloneDxReferences(String affects, String expected) {
        assertThat(fate(apply(cycloneDx("'state':'not_affected'", affects)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "not_affected, aside",
        "false_positive, aside",
        "resolved, aside",
        "resolved_with_pedigree, aside",
        "exploitable, affected",
        "in_triage, under-investigation",
        "something, affected"
    })
    void cycloneDxStates(String state, String expected) {
        assertThat(fate(apply(cycloneDx("'state':'" + state + "'", "{'ref':'pkg:npm/lodash'}"))))
                .isEqualTo(expected);
    }

    @Test
    void cycloneDxWithoutAnalysisStatesNothing() {
        Outcome outcome = apply(cycloneDx("", "{'ref':'pkg:npm/lodash'}"));
        assertThat(fate(outcome)).isEqualTo("affected");
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "7", "{\"bomFormat\":\"SPDX\"}", "{\"@context\":", "not json"})
    void whatIsNoVexIsRefused(String document) {
        assertThatThrownBy(() -> apply(document))
                .isInstanceOf(DrydockException.class)
                .hasMessageStartingWith("v.json:1:");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> apply("{\"a\":".repeat(100_000)))
                .isInstanceOf(DrydockException.class)
                .hasMessageStartingWith("v.json: not valid JSON");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.json"), openVex(statement("fixed", id("pkg:npm/lodash"), "")));
        Files.writeString(folder.resolve("a.json"), openVex(statement("affected", id("pkg:npm/lodash"), "")));
        Files.writeString(folder.resolve("other.json"), "{}");
        Files.writeString(folder.resolve("readme.txt"), "not looked at");
        Outcome outcome = VexFiles.read(folder, "vex").apply(List.of(FINDING), IMAGE, TestFindings.NOW);
        assertThat(fate(outcome)).isEqualTo("aside");
        assertThat(outcome.suppressed().getFirst().suppression().origin()).isEqualTo("vex/b.json#statements/0");
        assertThat(outcome.diagnostics()).extracting(Diagnostic::place).containsExactly("vex/other.json");
    }

    @Test
    void whatADistributionWillNotFixStaysSo() {
        Finding finding =
                TestFindings.of("CVE-2019-10744").status(Status.WILL_NOT_FIX).build();
        assertThat(VexFiles.read(
                                openVex(statement("affected", id("pkg:npm/lodash"), ""))
                                        .getBytes(StandardCharsets.UTF_8),
                                "v.json")
                        .apply(List.of(finding), IMAGE, TestFindings.NOW)
                        .remaining()
                        .getFirst()
                        .status())
                .isEqualTo(Status.WILL_NOT_FIX);
    }
}
