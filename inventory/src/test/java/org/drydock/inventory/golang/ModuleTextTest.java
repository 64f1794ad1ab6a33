package org.drydock.inventory.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.golang.ModuleText.Module;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.DiagnosticBudget;
import org.junit.jupiter.api.Test;

class ModuleTextTest {
    private final Cataloged said = new Cataloged();

    private ModuleText parse(String text) {
        try (DiagnosticBudget diagnostics = new DiagnosticBudget(said)) {
            return ModuleText.parse(text, diagnostics);
        }
    }

    @Test
    void readsModulesReplacementsAndSettings() {
        ModuleText text = parse("""
                path\texample.org/app/cmd/app
                mod\texample.org/app\tv1.0.0\th1:main=
                dep\texample.org/one\tv1.2.3\th1:one=
                dep\texample.org/two\tv0.4.0
                =>\texample.org/fork\tv0.5.0\th1:fork=
                dep\texample.org/local\tv2.0.0
                =>\t../local\t(devel)\t
                build\t-ldflags="-s -w -X \\"main.a=b\\""
                build\tGOARCH=arm64
                later\tword
                """);
        assertThat(text.main()).isEqualTo(new Module("example.org/app", "v1.0.0", "h1:main="));
        assertThat(text.dependencies())
                .containsExactly(
                        new Module("example.org/one", "v1.2.3", "h1:one="),
                        new Module("example.org/fork", "v0.5.0", "h1:fork="),
                        new Module("example.org/local", "(devel)", ""));
        assertThat(text.settings()).containsEntry("GOARCH", "arm64").containsEntry("-ldflags", "-s -w -X \"main.a=b\"");
        assertThat(said.diagnostics()).isEmpty();
    }

    @Test
    void theMainModuleCanBeReplacedToo() {
        assertThat(parse("mod\ta.org/a\t(devel)\t\n=>\ta.org/b\tv1.0.0\th1:x=\n")
                        .main())
                .isEqualTo(new Module("a.org/b", "v1.0.0", "h1:x="));
    }

    @Test
    void brokenLinesDoNotHideTheOthers() {
        ModuleText text = parse("dep\nmod\tonly\ndep\t\tv1\ndep\ta.org/a\tv1.0.0\n=>\tb.org/b\n=>\tc.org/c\tv2\t\n"
                + "=>\td.org/d\tv3\t\nbuild\tnovalue\nbuild\t=x\ndep\te.org/e\tv4.0.0");
        assertThat(text.main()).isNull();
        assertThat(text.dependencies())
                .containsExactly(new Module("c.org/c", "v2", ""), new Module("e.org/e", "v4.0.0", ""));
        assertThat(text.settings()).isEmpty();
        assertThat(said.diagnostics()).hasSize(3).containsOnly("WARNING malformed-module-line");
    }

    @Test
    void aReplacementOfABrokenLineReplacesNothing() {
        assertThat(parse("dep\ta.org/a\tv1\ndep\tbroken\n=>\tb.org/b\tv2\t\n").dependencies())
                .containsExactly(new Module("a.org/a", "v1", ""));
    }

    @Test
    void hostileNumbersOfModulesEndWithADiagnostic() {
        ModuleText text = parse("dep\ta\tv1\n".repeat(150_000));
        assertThat(text.dependencies()).hasSize(100_000);
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED too-many-modules");
    }
}
