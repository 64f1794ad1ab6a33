package org.drydock.inventory.python.declared;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class PythonLockFuzzTest {
    private static final String[] PATHS = {"Pipfile.lock", "poetry.lock", "uv.lock", "pylock.toml"};
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
        "[[package]]\n",
        "[[packages]]\n",
        "name = \"a\"\n",
        "version = \"1\"\n",
        "dependencies = [{ name = \"a\" }]\n",
        "groups = [\"dev\"]\n",
        "source = { virtual = \".\" }\n",
        "default",
        "==1",
        "=",
        "\n"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new PythonLockCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
