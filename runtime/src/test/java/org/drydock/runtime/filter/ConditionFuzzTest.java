package org.drydock.runtime.filter;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever a condition holds, it is compiled or refused with a {@link ConditionException}. */
final class ConditionFuzzTest {
    @FuzzTest
    void condition(byte[] text) {
        try {
            Expression expression = ConditionParser.parse(new String(text, StandardCharsets.UTF_8));
            FilterCompiler.check(expression);
            EventTypeSet.of(expression);
        } catch (ConditionException expected) {
            return;
        }
    }
}
