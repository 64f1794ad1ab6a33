package org.drydock.inventory.python;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

class MetadataFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        Cataloged.by(new PythonCataloger(), "lib/a-1.dist-info/METADATA", file).checked();
    }
}
