package org.drydock.runtime.filter;

import java.util.List;
import java.util.Optional;

/** What a check compares, before it is known whether it exists. */
public sealed interface Operand {
    /** Where it stands. */
    Place place();

    /** A field. */
    record Reference(String name, Optional<String> argument, Place place) implements Operand {}

    /** A transformer around others. */
    record Call(String transformer, List<Operand> arguments, Optional<String> argument, Place place)
            implements Operand {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A list of others, for a transformer. */
    record Several(List<Operand> elements, Place place) implements Operand {
        public Several {
            elements = List.copyOf(elements);
        }
    }

    /** A text, for a transformer. */
    record Literal(String text, Place place) implements Operand {}
}
