package org.drydock.inventory.dotnet;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class DepsJsonFuzzTest {
    private static final String[] PATHS = {"a.deps.json"};
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
        "\"libraries\":",
        "\"targets\":",
        "\"a/1.0\":",
        "\"type\":\"package\"",
        "\"compile\":"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new DepsJsonCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
