package org.drydock.inventory.python.declared;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class SetupFuzzTest {
    private static final String[] PATHS = {"setup.py", "setup.cfg"};
    private static final String[] WORDS = {
        "install_requires", "=", "[", "]", "[options]\n", "\"a==1\"", "\n", " ", "#", "a==1", "'"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new SetupCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
