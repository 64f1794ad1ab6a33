package org.drydock.inventory.php;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class PearFuzzTest {
    private static final String[] PATHS = {"php/.registry/a.reg"};
    private static final String[] WORDS = {
        "a:2:{",
        "}",
        "s:4:\"name\";",
        "s:1:\"a\";",
        "s:7:\"version\";",
        "i:1;",
        "N;",
        "b:1;",
        "d:0.5;",
        "s:",
        "99999999999",
        ":",
        "\"",
        "-1"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new PearCataloger(), path, Fragments.assemble(data, WORDS)).checked();
    }
}
