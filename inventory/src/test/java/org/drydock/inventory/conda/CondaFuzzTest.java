package org.drydock.inventory.conda;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

final class CondaFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        Cataloged.by(new CondaCataloger(), "env/conda-meta/a-1-0.json", file).checked();
    }
}
