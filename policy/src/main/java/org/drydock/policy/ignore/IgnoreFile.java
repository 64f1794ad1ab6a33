package org.drydock.policy.ignore;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.policy.SuppressionRule;

/**
 * What a file says.
 *
 * @param rules in the order of the file
 * @param diagnostics what is odd about it
 */
public record IgnoreFile(List<SuppressionRule> rules, List<Diagnostic> diagnostics) {
    public IgnoreFile {
        rules = List.copyOf(rules);
        diagnostics = List.copyOf(diagnostics);
    }
}
