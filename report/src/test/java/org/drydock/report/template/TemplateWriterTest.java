package org.drydock.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWriterTest {
    private static String fill(String template, ScanReport report) throws IOException {
        return Golden.render(new TemplateWriter("t", template), report);
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "templates", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack.txt.mustache", "report.html.mustache"})
    void theExamplesWork(String name) throws IOException {
        Golden.check(
                "template-" + name.substring(0, name.lastIndexOf('.')), fill(example(name), SampleReport.compared()));
        for (ScanReport report :
                new ScanReport[] {SampleReport.inventoryOnly(), SampleReport.ofRepository(), HostileReport.report()}) {
            String text = fill(example(name), report);
            assertThat(text).endsWith("\n").contains(name.contains("html") ? "</html>" : "*");
            assertThat(name.contains("html") && text.contains("<script")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{target.name}} ~ registry.example.org/shop/cart:2.4",
                "{{summary.packages.total}} ~ 6",
                "{{#findings}}{{#vulnerability.knownExploited}}{{rule}}"
                        + " {{.}}{{/vulnerability.knownExploited}}{{/findings}} ~ CVE-2021-44228 2021-12-10",
                "{{#suppressed}}{{suppression.origin}};{{/suppressed}} ~ .drydock.yaml:12;shop.openvex.json:3;",
                "{{^gate}}no gate{{/gate}}{{#gate}}{{verdict}}{{/gate}} ~ fail",
                "{{noSuchMember}}. ~ .",
                "{{target.name.length}}{{target.class}}{{findings.size}}. ~ .",
                "{{{comparison.baseline}}} ~ cart-2.3.json"
            })
    void membersAreThoseOfTheJsonReport(String template, String text) throws IOException {
        assertThat(fill(template, SampleReport.compared()).strip()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#findings}}", "{{/findings}}", "{{#a}}{{/b}}", "{{>/etc/passwd}}"})
    void whatIsNoTemplateIsRefusedByName(String template) {
        assertThatThrownBy(() -> fill(template, SampleReport.report()))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("t: ");
    }

    @Test
    void aTemplateCannotWriteOrRunWithoutEnd() {
        String nested = "{{#findings}}".repeat(9) + "x" + "{{/findings}}".repeat(9);
        assertThatThrownBy(() -> Golden.render(new TemplateWriter("t", nested, 1000, 1_000_000), SampleReport.report()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("more than 1000 characters");
        assertThatThrownBy(() -> Golden.render(new TemplateWriter("t", nested, 1 << 30, 10_000), SampleReport.report()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("more than 10000 steps");
        String empty = nested.replace("x", "");
        assertThatThrownBy(() -> Golden.render(new TemplateWriter("t", empty, 1000, 100_000), SampleReport.report()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> new TemplateWriter("t", "x".repeat(1 << 21)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("longer than");
    }
}
