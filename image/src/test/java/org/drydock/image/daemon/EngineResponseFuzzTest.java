package org.drydock.image.daemon;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class EngineResponseFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(FuzzedDataProvider data) {
        try {
            EngineResponse.read(new ByteArrayInputStream(data.consumeRemainingAsBytes()))
                    .body()
                    .readAllBytes();
        } catch (IOException e) {
            // the only thing that may be thrown
        }
    }
}
