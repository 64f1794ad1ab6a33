package org.drydock.inventory.pacman;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;

final class PacmanCatalogerTest {
    private static final String FOLDER = "var/lib/pacman/local/gcc-libs-1:14.1.1-2/";

    private static Cataloged catalog(String path, String text) {
        return Cataloged.by(new PacmanCataloger(), path, text);
    }

    @Test
    void readsWhatThePackageIs() {
        Cataloged said = catalog(FOLDER + "desc", """
            %NAME%
            gcc-libs

            %VERSION%
            1:14.1.1-2

            %BASE%
            gcc

            %ARCH%
            x86_64

            %LICENSE%
            GPL-3.0-or-later
            LGPL-2.1-only

            """);
        assertThat(said.names()).containsExactly("gcc-libs 1:14.1.1-2");
        CatalogedPackage found = said.packages().getFirst();
        assertThat(Objects.requireNonNull(found.source()).name()).isEqualTo("gcc");
        assertThat(found.architecture()).isEqualTo("x86_64");
        assertThat(found.licenses()).containsExactly("GPL-3.0-or-later", "LGPL-2.1-only");
    }

    @Test
    void readsWhatThePackageOwns() {
        Cataloged said = catalog(FOLDER + "files", "%FILES%\nusr/\nusr/lib/libgcc_s.so.1\n\n%BACKUP%\netc/x\tabc\n");
        assertThat(said.owned()).containsExactly("alpm gcc-libs usr/lib/libgcc_s.so.1");
    }

    @Test
    void tellsOfABrokenRecord() {
        Cataloged said = catalog(FOLDER + "desc", "%NAME%\nfoo\n");
        assertThat(said.names()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package");
    }

    @Test
    void leavesOtherFilesOfTheNameAlone() {
        Cataloged said = catalog("usr/share/doc/desc", "%NAME%\nfoo\n");
        assertThat(said.names()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }
}
