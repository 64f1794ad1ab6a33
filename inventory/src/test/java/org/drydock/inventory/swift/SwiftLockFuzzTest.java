package org.drydock.inventory.swift;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class SwiftLockFuzzTest {
    private static final String[] PATHS = {"Package.resolved"};
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
        "\"pins\":",
        "\"object\":",
        "\"location\":",
        "\"state\":",
        "\"git@a:b/c.git\""
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new SwiftLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
