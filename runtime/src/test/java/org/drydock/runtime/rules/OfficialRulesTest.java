package org.drydock.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drydock.runtime.Priority;
import org.drydock.runtime.event.EventTypes;
import org.drydock.runtime.filter.Expression;
import org.drydock.runtime.filter.Operand;
import org.drydock.testkit.SharedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the loader to the rules that Falco's project publishes. */
class OfficialRulesTest {
    private static final List<String> FILES = List.of(
            "falco_rules.yaml", "falco-incubating_rules.yaml", "falco-sandbox_rules.yaml", "k8s_audit_rules.yaml");

    private Path folder = Path.of("");

    @BeforeEach
    void find() {
        Optional<Path> found = SharedFolder.find("conformance/falco/rules");
        assumeTrue(found.isPresent(), "shared/conformance/falco/rules is not there: the official rules are not loaded");
        folder = found.get();
    }

    private RuleLoader load() throws IOException {
        RuleLoader loader = new RuleLoader();
        for (String file : FILES) {
            assertThat(loader.load(file, Files.readString(folder.resolve(file))).errors())
                    .as(file)
                    .isEmpty();
        }
        return loader;
    }

    @Test
    void loadWithoutError() throws IOException {
        RuleLoader loader = load();
        assertThat(loader.rules()).filteredOn(r -> r.source().equals("syscall")).hasSize(93);
        assertThat(loader.rules())
                .filteredOn(r -> r.source().equals("k8s_audit"))
                .hasSize(48);
        assertThat(loader.results().stream().flatMap(r -> r.warnings().stream()).map(LoadIssue::code))
                .isSubsetOf(IssueCode.LOAD_UNUSED_MACRO, IssueCode.LOAD_UNUSED_LIST);
        new RuleSet(loader.rules(), "syscall", Priority.DEBUG, Matching.ALL);
    }

    @Test
    void everyTypeOfEventThatTheyNameIsKnown() throws IOException {
        Set<String> known = new HashSet<>();
        EventTypes.all().forEach(type -> known.add(type.name()));
        Set<String> named = new HashSet<>();
        load().rules().forEach(rule -> collect(rule.condition(), named));
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    private static void collect(Expression expression, Set<String> into) {
        switch (expression) {
            case Expression.And and -> and.parts().forEach(p -> collect(p, into));
            case Expression.Or or -> or.parts().forEach(p -> collect(p, into));
            case Expression.Not not -> collect(not.part(), into);
            case Expression.Macro macro -> throw new AssertionError(macro);
            case Expression.Check check -> {
                if (check.left() instanceof Operand.Reference field
                        && field.name().equals("evt.type")) {
                    into.addAll(check.values());
                }
            }
        }
    }
}
