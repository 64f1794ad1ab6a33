package org.drydock.runtime.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects the definitions of one family of fields. */
final class Definitions {
    private final String prefix;
    private final String source;
    private final List<FieldDefinition> all = new ArrayList<>();

    /**
     * @param prefix what all names begin with
     * @param source the source of events that have them; empty for all
     */
    Definitions(String prefix, String source) {
        this.prefix = prefix;
        this.source = source;
    }

    /** A field of one value. */
    Definitions one(String name, FieldType type, String description, Extractor extractor) {
        return with(name, type, Quantity.ONE, ArgumentKind.NONE, description, _ -> extractor);
    }

    /** A field whose extractor depends on its argument. */
    Definitions with(
            String name,
            FieldType type,
            Quantity bare,
            ArgumentKind argument,
            String description,
            Function<String, Extractor> extractor) {
        all.add(new FieldDefinition(prefix + name, source, type, bare, argument, description, extractor));
        return this;
    }

    List<FieldDefinition> all() {
        return List.copyOf(all);
    }
}
