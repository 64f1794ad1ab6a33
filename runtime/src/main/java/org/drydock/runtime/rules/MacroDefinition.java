package org.drydock.runtime.rules;

/** A macro while files are loaded. */
final class MacroDefinition {
    final String name;
    final int index;
    int touched;
    Context context;
    String condition;

    MacroDefinition(String name, int index, Context context, String condition) {
        this.name = name;
        this.index = index;
        this.touched = index;
        this.context = context;
        this.condition = condition;
    }
}
