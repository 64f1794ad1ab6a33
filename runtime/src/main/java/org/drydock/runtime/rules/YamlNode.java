package org.drydock.runtime.rules;

import java.util.List;
import java.util.Optional;

/** A value of a rule file, and where it stands. */
sealed interface YamlNode {
    Mark mark();

    /**
     * A place in a file, counted from 0.
     *
     * @param offset characters from the start
     */
    record Mark(int line, int column, int offset) {}

    record Scalar(String text, boolean none, Mark mark) implements YamlNode {}

    record Sequence(List<YamlNode> elements, Mark mark) implements YamlNode {}

    record Mapping(List<Entry> entries, Mark mark) implements YamlNode {
        Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        boolean has(String key) {
            return get(key).isPresent();
        }
    }

    record Entry(String key, YamlNode value) {}
}
