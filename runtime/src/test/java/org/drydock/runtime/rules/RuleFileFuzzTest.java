package org.drydock.runtime.rules;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.drydock.runtime.Priority;

/** Whatever a rule file holds, it is loaded, or told what is wrong; what is loaded can be put to work. */
final class RuleFileFuzzTest {
    @FuzzTest
    void file(byte[] text) {
        RuleLoader loader = new RuleLoader();
        LoadResult result = loader.load("rules.yaml", new String(text, StandardCharsets.UTF_8));
        if (result.isSuccessful()) {
            new RuleSet(loader.rules(), "syscall", Priority.DEBUG, Matching.ALL);
        }
        LoadResults.text(result);
    }
}
