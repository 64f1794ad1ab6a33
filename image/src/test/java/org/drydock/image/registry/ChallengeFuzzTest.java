package org.drydock.image.registry;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import org.drydock.image.ImageReference;

class ChallengeFuzzTest {
    @FuzzTest
    void anyTextIsReadOrPassedOver(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        for (Challenge challenge : Challenge.parse(text)) {
            if (challenge.scheme().isEmpty()) {
                throw new AssertionError("a challenge without a scheme");
            }
        }
        Patience.parse(text, Instant.EPOCH);
        ImageReference.tryParse(text).ifPresent(image -> {
            if (!ImageReference.parse(image.toString()).equals(image)) {
                throw new AssertionError("a full name reads back as another image: " + image);
            }
        });
    }
}
