package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.junit.jupiter.api.Test;

final class DiagnosticTallyTest {
    @Test
    void showsAFewOfAKindAndCountsTheRest() {
        DiagnosticTally tally = new DiagnosticTally();
        for (int i = 0; i < 1000; i++) {
            tally.add(Diagnostic.note("often", "place " + i, "message"));
        }
        tally.add(Diagnostic.warning("once", "place", "message"));
        List<Diagnostic> list = tally.list();

        assertThat(list).hasSize(22).isSorted();
        assertThat(list.getFirst().code()).isEqualTo("once");
        assertThat(list).anySatisfy(d -> assertThat(d.message()).startsWith("980 more like this"));
    }
}
