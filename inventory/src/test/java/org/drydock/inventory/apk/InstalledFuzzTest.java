package org.drydock.inventory.apk;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

class InstalledFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        Cataloged.by(new ApkCataloger(), "lib/apk/db/installed", file).checked();
    }
}
