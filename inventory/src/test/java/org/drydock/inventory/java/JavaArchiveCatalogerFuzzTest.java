package org.drydock.inventory.java;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.core.Limits;
import org.junit.jupiter.api.Tag;

@Tag("jazzer")
class JavaArchiveCatalogerFuzzTest {
    private static final Limits LIMITS = new Limits(1 << 24, 1000, 1 << 22, 1 << 12, 4, 1000, 1 << 22, 400, 1 << 16);

    @FuzzTest
    void fuzz(byte[] bytes) {
        Catalogued.of("lib/shop-1.0.jar", bytes, LIMITS);
    }
}
