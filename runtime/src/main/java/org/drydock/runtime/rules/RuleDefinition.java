package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.runtime.Priority;

/** A rule while files are loaded. */
final class RuleDefinition {
    final String name;
    final int index;
    Context context;
    Context conditionContext;
    Context outputContext;
    String condition = "";
    String output = "";
    String description = "";
    String source = "syscall";
    Priority priority = Priority.DEBUG;
    boolean enabled = true;
    boolean warnEventTypes = true;
    boolean skipIfUnknown;
    boolean capture;
    long captureDuration;
    Set<String> tags = new TreeSet<>();
    Map<String, ExceptionDefinition> exceptions = new LinkedHashMap<>();

    RuleDefinition(String name, int index, Context context) {
        this.name = name;
        this.index = index;
        this.context = context;
        this.conditionContext = context;
        this.outputContext = context;
    }

    /** The condition with the exceptions added. */
    String conditionWithExceptions() {
        List<String> texts = new ArrayList<>();
        exceptions.values().forEach(e -> texts.add(e.text()));
        String all = String.join("", texts);
        return all.isEmpty() ? condition : "(" + condition + ")" + all;
    }
}
