package org.drydock.inventory.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;

/** Input for fuzz tests of text formats: words of the format in any order, or any bytes. */
public final class Fragments {
    private Fragments() {}

    public static byte[] assemble(FuzzedDataProvider data, String... words) {
        if (data.consumeBoolean()) {
            return data.consumeRemainingAsBytes();
        }
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0) {
            text.append(data.consumeBoolean() ? data.pickValue(words) : data.consumeString(5));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
