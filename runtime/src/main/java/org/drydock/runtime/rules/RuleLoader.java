package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Loads rule files in their order; later ones may change what earlier ones define. Whatever is wrong is told with its
 * place. After an error, the rules are those of the files before.
 *
 * @see <a href="https://falco.org/docs/concepts/rules/">the rule language</a>
 */
public final class RuleLoader {
    private final Collected collected = new Collected();
    private final List<LoadResult> results = new ArrayList<>();
    private List<Rule> rules = List.of();

    /**
     * Loads one file.
     *
     * @param name the file, for messages
     */
    public LoadResult load(String name, String content) {
        collected.warnings.clear();
        List<LoadIssue> warnings = new ArrayList<>();
        List<LoadIssue> errors = new ArrayList<>();
        try {
            new FileReader(collected, name, content).read();
            rules = new RuleCompiler(collected, warnings).compile();
        } catch (LoadException e) {
            errors.add(e.issue());
        }
        warnings.addAll(0, collected.warnings);
        LoadResult result = new LoadResult(name, errors, warnings);
        results.add(result);
        return result;
    }

    /** What came of each file. */
    public List<LoadResult> results() {
        return List.copyOf(results);
    }

    /** The rules, in the order in which they were first defined. */
    public List<Rule> rules() {
        return rules;
    }
}
