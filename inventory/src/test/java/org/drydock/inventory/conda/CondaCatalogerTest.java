package org.drydock.inventory.conda;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;

final class CondaCatalogerTest {
    private static Cataloged catalog(String name, String text) {
        return Cataloged.by(new CondaCataloger(), "opt/conda/conda-meta/" + name, text);
    }

    @Test
    void readsTheRecordOfAPackage() {
        Cataloged said = catalog("numpy-1.26.4-py312.json", """
            {"build":"py312","license":"BSD-3-Clause","name":"numpy","subdir":"linux-64","version":"1.26.4"}
            """);
        assertThat(said.names()).containsExactly("numpy 1.26.4");
        assertThat(said.packages().getFirst().licenses()).containsExactly("BSD-3-Clause");
        assertThat(said.packages().getFirst().architecture()).isEqualTo("linux-64");
    }

    @Test
    void tellsOfBrokenRecords() {
        assertThat(catalog("a.json", "{\"name\":").diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
        assertThat(catalog("a.json", "{\"name\":\"a\"}").diagnostics()).containsExactly("NOTE package-left-out");
    }

    @Test
    void leavesTheHistoryAlone() {
        Cataloged said = catalog("history", "==> 2024 <==\n");
        assertThat(said.names()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }
}
