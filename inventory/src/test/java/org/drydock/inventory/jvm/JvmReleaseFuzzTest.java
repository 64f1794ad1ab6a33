package org.drydock.inventory.jvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class JvmReleaseFuzzTest {
    private static final String[] PATHS = {"release"};
    private static final String[] WORDS = {
        "JAVA_VERSION=",
        "\"1.8.0_302\"",
        "JAVA_RUNTIME_VERSION=",
        "17.0.1+1",
        "IMPLEMENTOR=",
        "\n",
        "\"",
        "=",
        "1.",
        "_"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new JvmReleaseCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
