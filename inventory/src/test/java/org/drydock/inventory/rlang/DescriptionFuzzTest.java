package org.drydock.inventory.rlang;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

final class DescriptionFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        Cataloged.by(new DescriptionCataloger(), "usr/lib/R/library/a/DESCRIPTION", file)
                .checked();
    }
}
