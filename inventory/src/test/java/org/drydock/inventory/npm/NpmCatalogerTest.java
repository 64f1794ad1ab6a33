package org.drydock.inventory.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpmCatalogerTest {
    private static final String PACKAGE = "opt/app/node_modules/alias/package.json";
    private static final String APPLICATION = "opt/app/package.json";

    private static Cataloged read(String path, String json) {
        return Cataloged.by(new NpmCataloger(), path, json);
    }

    @Test
    void theStatedNameWinsOverTheFolder() {
        assertThat(read(PACKAGE, "{\"version\":\"1.2.3\",\"name\":\"@scope/real\",\"x\":[{}]}")
                        .names())
                .containsExactly("@scope/real 1.2.3");
    }

    @Test
    void aByteOrderMarkIsNoError() {
        assertThat(read(PACKAGE, "\uFEFF{\"name\":\"a\",\"version\":\"1.0.0\"}").names())
                .containsExactly("a 1.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"version\":\"1\"}", "{\"name\":\"\",\"version\":\"1\"}", "{\"name\":\"@/\",\"version\":\"1\"}"
            })
    void withoutANameTheFolderHasIt(String json) {
        Cataloged said = read(PACKAGE, json);
        assertThat(said.names()).containsExactly("alias 1");
        assertThat(said.diagnostics()).containsExactly("NOTE package-without-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"version\":\"\"}",
                "{\"name\":\"a\",\"version\":1}",
                "{\"name\":\"a\",\"version\":null}",
                "{}",
            })
    void withoutAVersionThereIsANote(String json) {
        Cataloged said = read(PACKAGE, json);
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOTE package-without-version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"license\":\"MIT\"'; MIT",
                "'\"license\":{\"type\":\"ISC\",\"url\":\"u\"}'; ISC",
                "'\"licenses\":[{\"type\":\"MIT\"},{\"type\":\"Apache-2.0\"}]'; MIT|Apache-2.0",
                "'\"licenses\":[\"MIT\",\"MIT\"]'; MIT",
                "'\"licenses\":\"BSD\"'; BSD",
                "'\"licenses\":{\"type\":\"BSD\"}'; BSD",
                "'\"license\":7'; ''",
                "'\"license\":\" \"'; ''",
            })
    void licensesHaveManyForms(String member, String expected) {
        List<String> licenses = read(PACKAGE, "{\"name\":\"a\",\"version\":\"1\"," + member + "}")
                .packages()
                .getFirst()
                .licenses();
        assertThat(licenses).isEqualTo(expected.isEmpty() ? List.of() : Arrays.asList(expected.split("\\|", -1)));
    }

    @Test
    void applicationsNeedANameAndAVersion() {
        assertThat(read(APPLICATION, "{\"name\":\"shop\",\"version\":\"1.0.0\"}")
                        .names())
                .containsExactly("shop 1.0.0");
        Cataloged nameless = read(APPLICATION, "{\"type\":\"module\"}");
        assertThat(nameless.packages()).isEmpty();
        assertThat(nameless.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"name\":\"a\",\"version\":\"1\"", "\u0000\u0001", "{{name}}", "null"})
    void brokenJsonIsADiagnostic(String text) {
        Cataloged said = read(PACKAGE, text);
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package-json");
    }

    @Test
    void deepNestingIsADiagnostic() {
        assertThat(read(PACKAGE, "{\"a\":" + "[".repeat(100_000)).diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-json");
    }

    @Test
    void hugeFilesAreNotRead() {
        String huge = "{\"name\":\"a\",\"version\":\"1\",\"x\":\"" + "x".repeat(NpmCataloger.MAX_BYTES) + "\"}";
        assertThat(read(PACKAGE, huge).diagnostics()).containsExactly("NOT_EXAMINED file-too-large");
    }

    @Test
    void partsOfPackagesSayNothing() {
        Cataloged said = read("opt/node_modules/foo/test/package.json", "not even JSON");
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }
}
