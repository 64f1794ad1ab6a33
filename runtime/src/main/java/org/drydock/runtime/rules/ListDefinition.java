package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;

/** A list while files are loaded. */
final class ListDefinition {
    final String name;
    final int index;
    int touched;
    Context context;
    List<String> items;

    ListDefinition(String name, int index, Context context, List<String> items) {
        this.name = name;
        this.index = index;
        this.touched = index;
        this.context = context;
        this.items = new ArrayList<>(items);
    }
}
