package org.drydock.inventory.beam;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class HexLockFuzzTest {
    private static final String[] PATHS = {"mix.lock", "rebar.lock"};
    private static final String[] WORDS = {
        "%{\n",
        "  \"a\": {:hex, :a, \"1.0\", ",
        "[:mix], [{:b, \"~> 1\"}]},\n",
        "{:git, ",
        "{\"1.2.0\",[{<<\"a\">>,{pkg,<<\"a\">>,<<\"1.0\">>},0},\n",
        "\"",
        "<<\"",
        "\">>",
        "\n",
        ","
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new HexLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
