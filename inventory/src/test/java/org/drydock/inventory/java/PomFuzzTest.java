package org.drydock.inventory.java;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("jazzer")
class PomFuzzTest {
    @FuzzTest
    void fuzz(byte[] bytes) {
        PomXml.parse(bytes).coordinates();
        PomProperties.parse(bytes);
    }
}
