package org.drydock.policy.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.policy.PolicyException;
import org.jspecify.annotations.Nullable;

/** A value of a YAML or TOML file, with its place for messages. */
public sealed interface Node {
    /** For example {@code .drydock.yaml:12}. */
    String place();

    /** A single value, as text. */
    record Scalar(String text, String place) implements Node {}

    /** A sequence of values. */
    record Sequence(List<Node> elements, String place) implements Node {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** Values by name, in the order of the file. */
    record Mapping(Map<String, Node> members, String place) implements Node {
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member of that name; null if there is none or it has no value. */
        public @Nullable Node get(String name) {
            Node member = members.get(name);
            return member instanceof Scalar scalar && scalar.text().isEmpty() ? null : member;
        }

        /** The text of a member; empty if there is none. */
        public String text(String name) {
            Node member = get(name);
            return member == null ? "" : member.asText(name);
        }

        /** The texts of a member that is a text or a list of texts. */
        public List<String> texts(String name) {
            Node member = get(name);
            return switch (member) {
                case null -> List.of();
                case Scalar scalar -> List.of(scalar.text());
                case Sequence sequence ->
                    sequence.elements().stream().map(e -> e.asText(name)).toList();
                case Mapping mapping -> throw mapping.wrong(name + ": a text or a list of texts was expected");
            };
        }

        /** The mappings of a member that is a list of them. */
        public List<Mapping> mappings(String name) {
            Node member = get(name);
            return switch (member) {
                case null -> List.of();
                case Sequence sequence ->
                    sequence.elements().stream().map(e -> e.asMapping(name)).toList();
                case Scalar _, Mapping _ -> throw member.wrong(name + ": a list was expected");
            };
        }

        /** The names that are not among the known ones. */
        public List<String> unknown(Set<String> known) {
            return members.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .toList();
        }
    }

    /** The text of a single value. */
    default String asText(String name) {
        return switch (this) {
            case Scalar scalar -> scalar.text();
            case Sequence _, Mapping _ -> throw wrong(name + ": a single value was expected");
        };
    }

    /** This as a mapping. */
    default Mapping asMapping(String name) {
        return switch (this) {
            case Mapping mapping -> mapping;
            case Scalar _, Sequence _ -> throw wrong(name + ": a mapping of names to values was expected");
        };
    }

    /** The error that this value is not what it must be. */
    default PolicyException wrong(String message) {
        return new PolicyException(place() + ": " + message);
    }
}
