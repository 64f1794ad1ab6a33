package org.drydock.inventory.jvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class GradleFuzzTest {
    private static final String[] PATHS = {"gradle.lockfile", "gradle/libs.versions.toml"};
    private static final String[] WORDS = {
        "a:b:1=x\n",
        "empty=\n",
        "[libraries]\n",
        "[versions]\n",
        "a = \"g:a:1\"\n",
        "v = \"1\"\n",
        "b = { module = \"g:b\", version.ref = \"v\" }\n",
        "{",
        "}",
        "[",
        "]",
        "=",
        "\"",
        "\n"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new GradleCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
