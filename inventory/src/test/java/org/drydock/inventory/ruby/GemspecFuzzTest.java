package org.drydock.inventory.ruby;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class GemspecFuzzTest {
    private static final String[] PATHS = {"specifications/a.gemspec"};
    private static final String[] WORDS = {
        "# stub: a 1.0 ruby lib\n", "s.name = ", "s.version = ", "s.licenses = [", "\"a\"", "\"", "\n", " "
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new GemspecCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
