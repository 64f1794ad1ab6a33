package org.drydock.inventory.rust;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class CargoLockFuzzTest {
    private static final String[] PATHS = {"Cargo.lock"};
    private static final String[] WORDS = {
        "[[package]]\n",
        "name = \"a\"\n",
        "version = \"1\"\n",
        "dependencies = [\"a 1\", \"b\"]\n",
        "[",
        "]",
        "=",
        "\"",
        "\n",
        "{",
        "}",
        "."
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new CargoLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
