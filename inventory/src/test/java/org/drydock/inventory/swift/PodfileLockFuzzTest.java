package org.drydock.inventory.swift;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class PodfileLockFuzzTest {
    private static final String[] PATHS = {"Podfile.lock"};
    private static final String[] WORDS = {
        "PODS:\n",
        "  - A (1.0)\n",
        "  - A/B (1.0):\n",
        "    - C (= 1)\n",
        "EXTERNAL SOURCES:\n",
        "  A:\n",
        "    :path: x\n",
        "(",
        ")",
        "\n",
        " "
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new PodfileLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
