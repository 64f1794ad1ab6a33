package org.drydock.inventory.distro;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

class ReleaseFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        for (ReleaseFile kind : ReleaseFile.values()) {
            Cataloged.by(new DistroCataloger(), kind.path(), file).checked();
        }
    }
}
