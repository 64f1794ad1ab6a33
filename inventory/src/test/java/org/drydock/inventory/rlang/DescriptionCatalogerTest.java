package org.drydock.inventory.rlang;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;

final class DescriptionCatalogerTest {
    private static Cataloged catalog(String text) {
        return Cataloged.by(new DescriptionCataloger(), "usr/lib/R/library/Matrix/DESCRIPTION", text);
    }

    @Test
    void readsAnInstalledPackage() {
        Cataloged said = catalog("""
            Package: Matrix
            Version: 1.6-5
            Description: Sparse matrices.
              Version: of the second line
            License: GPL (>= 2)
            Built: R 4.3.2; x86_64-pc-linux-gnu; 2024-01-11; unix
            """);
        assertThat(said.names()).containsExactly("Matrix 1.6-5");
        assertThat(said.packages().getFirst().licenses()).containsExactly("GPL (>= 2)");
    }

    @Test
    void tellsOfAPackageWithoutVersion() {
        assertThat(catalog("Package: a\nBuilt: R 4\n").diagnostics()).containsExactly("NOTE package-left-out");
    }

    @Test
    void leavesSourcesAlone() {
        assertThat(catalog("Package: a\nVersion: 1\n").names()).isEmpty();
    }
}
