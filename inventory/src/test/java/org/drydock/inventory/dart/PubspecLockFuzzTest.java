package org.drydock.inventory.dart;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class PubspecLockFuzzTest {
    private static final String[] PATHS = {"pubspec.lock"};
    private static final String[] WORDS = {
        "packages:\n",
        "  a:\n",
        "    version: \"1\"\n",
        "    source: hosted\n",
        "    dependency: \"direct dev\"\n",
        "- ",
        ":",
        "\n",
        " ",
        "&a",
        "*a",
        "[",
        "]",
        "{",
        "}",
        "!!x "
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new PubspecLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
