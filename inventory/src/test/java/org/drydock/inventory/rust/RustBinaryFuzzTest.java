package org.drydock.inventory.rust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

class RustBinaryFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        Cataloged.by(new RustBinaryCataloger(), "usr/bin/a", file).checked();
        Cataloged.by(new RustBinaryCataloger(), "usr/bin/a", Programs.elf(".dep-v0", file))
                .checked();
    }
}
