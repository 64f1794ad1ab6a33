package org.drydock.inventory.ruby;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class GemfileLockFuzzTest {
    private static final String[] PATHS = {"Gemfile.lock"};
    private static final String[] WORDS = {
        "GEM\n", "GIT\n", "  specs:\n", "    a (1.0)\n", "    a (1-x)\n", "      b (>= 1)\n", "(", ")", " ", "\n"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new GemfileLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
