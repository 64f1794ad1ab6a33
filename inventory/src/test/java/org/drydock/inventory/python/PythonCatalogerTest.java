package org.drydock.inventory.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonCatalogerTest {
    private static final String WHEEL = "usr/lib/python3/dist-packages/Zope.Interface-5.4.0.dist-info/METADATA";

    private static Cataloged read(String path, String text) {
        return Cataloged.by(new PythonCataloger(), path, text);
    }

    @Test
    void namesStayAsStated() {
        Cataloged said =
                read(WHEEL, "Metadata-Version: 2.1\nName: Zope.Interface\nVersion: 5.4.0\n\nName: description\n");
        assertThat(said.names()).containsExactly("Zope.Interface 5.4.0");
        assertThat(said.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srv/venv/lib/python3.11/site-packages/a-1.dist-info/METADATA",
                "usr/lib/python3/dist-packages/a-1.egg-info/PKG-INFO",
                "usr/lib/python3/dist-packages/a-1.egg-info",
                "usr/lib/python2.7/site-packages/a-1-py2.7.egg/EGG-INFO/PKG-INFO",
                "app/src/a.egg-info/PKG-INFO",
            })
    void readsAllKindsOfInstallations(String path) {
        assertThat(read(path, "Name: a\nVersion: 1\n").names()).containsExactly("a 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opt/a-1/PKG-INFO", "opt/METADATA", "opt/a.dist-info/other/METADATA"})
    void otherFilesSayNothing(String path) {
        Cataloged said = read(path, "Name: a\nVersion: 1\n");
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'License: MIT'; MIT",
                "'License: UNKNOWN'; ''",
                "'License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License'; MIT License",
                "'License: The text\n        goes on\nClassifier: License :: OSI Approved :: ISC'; ISC",
                "'License-Expression: MIT OR Apache-2.0\nLicense: x'; MIT OR Apache-2.0",
                "'Classifier: License :: OSI Approved\nClassifier: Topic :: License'; ''",
                "'Classifier: License :: OSI Approved :: A\nClassifier: License :: B'; A|B",
                "'license: BSD'; BSD",
            })
    void licensesHaveManyForms(String headers, String expected) {
        List<String> licenses = read(WHEEL, "Name: a\nVersion: 1\n" + headers + "\n\nLicense: not this\n")
                .packages()
                .getFirst()
                .licenses();
        assertThat(licenses).isEqualTo(expected.isEmpty() ? List.of() : Arrays.asList(expected.split("\\|", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\nName: a\nVersion: 1\n", "Name: a\n", "Version: 1\n", "Name:\nVersion: 1\n", "\u0000\u0001"
            })
    void withoutNameOrVersionThereIsADiagnostic(String text) {
        Cataloged said = read(WHEEL, text);
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-python-metadata");
    }

    @Test
    void theFirstNameCounts() {
        assertThat(read(WHEEL, "Name: a\r\nVersion: 1\r\nName: b\r\nDescription: x\r\n Version: 2\r\n")
                        .names())
                .containsExactly("a 1");
    }

    @Test
    void classifiersAreBounded() {
        Cataloged said = read(WHEEL, "Name: a\nVersion: 1\n" + "Classifier: License :: X\n".repeat(10_000));
        assertThat(said.packages().getFirst().licenses()).hasSizeLessThan(100);
    }
}
