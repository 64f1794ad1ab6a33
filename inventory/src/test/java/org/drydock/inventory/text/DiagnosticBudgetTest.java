package org.drydock.inventory.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.core.Diagnostic.Level;
import org.junit.jupiter.api.Test;

class DiagnosticBudgetTest {
    @Test
    void fewPassUnchanged() {
        Cataloged said = new Cataloged();
        try (DiagnosticBudget budget = new DiagnosticBudget(said)) {
            budget.report(Level.NOTE, "a", 3, "x");
            budget.report(Level.NOTE, "b", 0, "x");
        }
        assertThat(said.diagnostics()).containsExactly("NOTE a:3", "NOTE b");
    }

    @Test
    void manyAreCountedAndKeepTheWorstLevel() {
        Cataloged said = new Cataloged();
        try (DiagnosticBudget budget = new DiagnosticBudget(said)) {
            for (int i = 1; i <= 1000; i++) {
                budget.report(i == 700 ? Level.NOT_EXAMINED : Level.WARNING, "bad", i, "x");
            }
        }
        assertThat(said.diagnostics()).hasSize(DiagnosticBudget.MOST + 1).endsWith("NOT_EXAMINED further-diagnostics");
    }
}
