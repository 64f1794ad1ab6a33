package org.drydock.inventory.pacman;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

final class PacmanFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        Cataloged.by(new PacmanCataloger(), "var/lib/pacman/local/a-1-1/desc", file)
                .checked();
        Cataloged.by(new PacmanCataloger(), "var/lib/pacman/local/a-1-1/files", file)
                .checked();
    }
}
