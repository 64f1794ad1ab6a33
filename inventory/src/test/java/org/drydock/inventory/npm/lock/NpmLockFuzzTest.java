package org.drydock.inventory.npm.lock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class NpmLockFuzzTest {
    private static final String[] PATHS = {"package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock"};
    private static final String[] WORDS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "1",
        "\"a\"",
        "\"1.0\"",
        "\"name\":",
        "\"version\":",
        "\"dependencies\":",
        "\"packages\":",
        "\"node_modules/a\":",
        "lockfileVersion: '9.0'\n",
        "packages:\n",
        "snapshots:\n",
        "  /a@1.0(b@2):\n",
        "  /a/1.0:\n",
        "    dependencies:\n",
        "      b: 1.0\n",
        "__metadata:\n",
        "\"a@npm:^1\":\n",
        "  version: 1.0\n",
        "  version \"1.0\"\n",
        "a@^1:\n",
        "  resolution: a@npm:1.0\n",
        "&a ",
        "*a ",
        "\n",
        " "
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new NpmLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
