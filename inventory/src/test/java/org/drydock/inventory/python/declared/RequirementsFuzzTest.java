package org.drydock.inventory.python.declared;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class RequirementsFuzzTest {
    private static final String[] PATHS = {"requirements.txt", "requirements/a.txt"};
    private static final String[] WORDS = {
        "a", "==1.0", "===", "[b]", ";", "-r x.txt", "-e .", "--hash=", " \\\\", "\n", "#", " ", "(", ")", ",", "*"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new RequirementsCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
