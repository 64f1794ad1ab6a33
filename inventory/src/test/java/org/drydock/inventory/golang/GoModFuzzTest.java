package org.drydock.inventory.golang;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class GoModFuzzTest {
    private static final String[] PATHS = {"go.mod"};
    private static final String[] WORDS = {
        "require ",
        "require (\n",
        ")\n",
        "replace ",
        "exclude ",
        "toolchain go1.21.3\n",
        "go 1.20\n",
        "a/b v1.0.0\n",
        "a/b",
        "=>",
        "./c",
        "\n",
        "// x",
        "\"",
        " "
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new GoModCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
