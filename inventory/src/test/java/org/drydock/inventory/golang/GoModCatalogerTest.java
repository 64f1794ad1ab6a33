package org.drydock.inventory.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;

class GoModCatalogerTest {
    @Test
    void requiredModulesOrWhatReplacesThemAreListed() {
        Cataloged said = Cataloged.by(new GoModCataloger(), "go.mod", """
            module example.org/app // the app

            go 1.21
            toolchain go1.22.3

            require example.org/single v1.0.0
            require (
            	"example.org/quoted" v1.1.0
            	example.org/indirect v1.2.0 // indirect
            	example.org/out v1.3.0
            	example.org/forked v1.4.0
            	example.org/pinned v1.5.0
            	example.org/local v1.6.0
            	broken
            )
            exclude example.org/out v1.3.0
            replace example.org/forked => example.org/fork v2.0.0
            replace (
            	example.org/pinned v1.4.9 => example.org/other v9.0.0
            	example.org/local => ../local
            )
            retract v0.1.0
            """);
        assertThat(Listed.of(said))
                .containsExactly(
                        "example.org/single v1.0.0",
                        "example.org/quoted v1.1.0",
                        "example.org/indirect v1.2.0",
                        "example.org/fork v2.0.0",
                        "example.org/pinned v1.5.0",
                        "stdlib 1.22.3");
        assertThat(said.diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list:14", "NOTE package-left-out");
    }

    @Test
    void oldFilesAreSaidToBeIncomplete() {
        Cataloged said =
                Cataloged.by(new GoModCataloger(), "go.mod", "module a\ngo 1.16\nrequire example.org/b v1.0.0\n");
        assertThat(Listed.of(said)).containsExactly("example.org/b v1.0.0");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }
}
