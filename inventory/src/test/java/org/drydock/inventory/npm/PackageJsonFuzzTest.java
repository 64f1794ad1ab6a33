package org.drydock.inventory.npm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.drydock.inventory.text.Cataloged;

class PackageJsonFuzzTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"name\":",
        "\"version\":",
        "\"license\":",
        "\"licenses\":",
        "\"type\":",
        "\"",
        "\"@s/a\"",
        "\"1.0\"",
        "null",
        "true",
        "7",
        "-1e9",
        "\\u0000",
        "\\ud800",
        " "
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        byte[] file = data.consumeBoolean()
                ? assembled(data).getBytes(StandardCharsets.UTF_8)
                : data.consumeRemainingAsBytes();
        Cataloged.by(new NpmCataloger(), "node_modules/@s/a/package.json", file).checked();
        Cataloged.by(new NpmCataloger(), "app/package.json", file).checked();
    }

    private static String assembled(FuzzedDataProvider data) {
        StringBuilder json = new StringBuilder("{");
        while (data.remainingBytes() > 0) {
            json.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(5));
        }
        return json.append('}').toString();
    }
}
