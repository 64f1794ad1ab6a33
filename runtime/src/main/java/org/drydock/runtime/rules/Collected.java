package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the files read so far define. */
final class Collected {
    /** The version of the rule language that is understood: that of Falco's engine. */
    static final int ENGINE_MINOR = 63;

    final Map<String, ListDefinition> lists = new LinkedHashMap<>();
    final Map<String, MacroDefinition> macros = new LinkedHashMap<>();
    final Map<String, RuleDefinition> rules = new LinkedHashMap<>();
    final List<LoadIssue> warnings = new ArrayList<>();
    private int sequence;

    int next() {
        return sequence++;
    }
}
