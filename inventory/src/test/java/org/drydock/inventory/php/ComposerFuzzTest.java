package org.drydock.inventory.php;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class ComposerFuzzTest {
    private static final String[] PATHS = {"vendor/composer/installed.json"};
    private static final String[] WORDS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "1",
        "\"a\"",
        "\"1.0\"",
        "\"name\":",
        "\"version\":",
        "\"dependencies\":",
        "\"packages\":",
        "\"require\":",
        "\"license\":"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new ComposerInstalledCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
