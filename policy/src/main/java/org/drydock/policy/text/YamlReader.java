package org.drydock.policy.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.policy.PolicyException;
import org.drydock.policy.text.Node.Mapping;
import org.drydock.policy.text.Node.Scalar;
import org.drydock.policy.text.Node.Sequence;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document with the line of each value. Anchors and merge keys are understood; what an alias stands for
 * counts each time, so that few bytes do not become many values.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 */
public final class YamlReader {
    private static final int MAX_DEPTH = 50;
    private static final long MAX_NODES = 2_000_000;

    private final String name;
    private final Deque<Open> stack = new ArrayDeque<>();
    private final Map<Anchor, Built> anchors = new HashMap<>();
    private long nodes;
    private @Nullable Node document;

    private YamlReader(String name) {
        this.name = name;
    }

    /** A finished value and how many values it consists of. */
    private record Built(Node node, long size) {}

    /** A collection that is being read. */
    private static final class Open {
        private final @Nullable Map<String, Node> members;
        private final List<Node> elements = new ArrayList<>();
        private final Set<String> merged = new HashSet<>();
        private final @Nullable Anchor anchor;
        private final String place;
        private final long before;
        private @Nullable String key;

        Open(boolean mapping, @Nullable Anchor anchor, String place, long before) {
            this.members = mapping ? new LinkedHashMap<>() : null;
            this.anchor = anchor;
            this.place = place;
            this.before = before;
        }

        /** Takes a member of a merged mapping, which the mapping's own ones override. */
        void merge(String name, Node node) {
            if (members != null && members.putIfAbsent(name, node) == null) {
                merged.add(name);
            }
        }
    }

    /**
     * Reads a document.
     *
     * @param name the file, for messages
     * @return an empty mapping if there is no document
     * @throws PolicyException if it is not YAML, has a name twice, or is beyond the limits
     */
    public static Node read(byte[] text, String name) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        YamlReader reader = new YamlReader(name);
        try {
            int documents = 0;
            for (Event event : new Parse(settings).parseString(new String(text, StandardCharsets.UTF_8))) {
                if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                    throw new PolicyException(reader.place(event) + ": more than one document");
                }
                reader.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            throw new PolicyException(
                    name + ":" + e.getProblemMark().map(m -> m.getLine() + 1).orElse(1) + ": not valid YAML: "
                            + e.getProblem(),
                    e);
        } catch (YamlEngineException e) {
            throw new PolicyException(
                    name + ": not valid YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        return reader.document == null ? new Mapping(Map.of(), name + ":1") : reader.document;
    }

    private void take(Event event) {
        switch (event) {
            case ScalarEvent scalar -> add(built(scalar));
            case AliasEvent alias -> add(target(alias));
            case MappingStartEvent start -> open(start, true);
            case SequenceStartEvent start -> open(start, false);
            default -> {
                if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
                    close();
                }
            }
        }
    }

    private Built built(ScalarEvent event) {
        boolean none = event.isPlain()
                && event.getScalarStyle() == ScalarStyle.PLAIN
                && (event.getValue().equals("null") || event.getValue().equals("~"));
        Built built = new Built(new Scalar(none ? "" : event.getValue(), place(event)), 1);
        anchor(event).ifPresent(anchor -> anchors.put(anchor, built));
        return built;
    }

    private Built target(AliasEvent event) {
        Built built = anchors.get(event.getAlias());
        if (built == null) {
            throw new PolicyException(place(event) + ": *" + event.getAlias() + " stands before its anchor ends");
        }
        return built;
    }

    private void open(NodeEvent event, boolean mapping) {
        if (stack.size() == MAX_DEPTH) {
            throw new PolicyException(place(event) + ": nested deeper than " + MAX_DEPTH);
        }
        count(1, event);
        stack.push(new Open(mapping, anchor(event).orElse(null), place(event), nodes));
    }

    private void close() {
        Open closed = stack.pop();
        Node node = closed.members == null
                ? new Sequence(closed.elements, closed.place)
                : new Mapping(closed.members, closed.place);
        Built built = new Built(node, nodes - closed.before + 1);
        if (closed.anchor != null) {
            anchors.put(closed.anchor, built);
        }
        attach(node);
    }

    private void add(Built built) {
        nodes += built.size();
        if (nodes > MAX_NODES) {
            throw built.node().wrong("more than " + MAX_NODES + " values");
        }
        attach(built.node());
    }

    private void attach(Node node) {
        Open parent = stack.peek();
        if (parent == null) {
            document = node;
        } else if (parent.members == null) {
            parent.elements.add(node);
        } else if (parent.key == null) {
            parent.key = node.asText("a name");
        } else {
            String key = parent.key;
            parent.key = null;
            if (key.equals("<<")) {
                merge(node, parent);
            } else if (parent.members.put(key, node) != null && !parent.merged.remove(key)) {
                throw node.wrong("the name " + key + " stands here a second time");
            }
        }
    }

    private static void merge(Node node, Open into) {
        switch (node) {
            case Mapping mapping -> mapping.members().forEach(into::merge);
            case Sequence sequence -> sequence.elements().forEach(e -> merge(e, into));
            case Scalar scalar -> throw scalar.wrong("<<: a mapping was expected");
        }
    }

    private void count(long more, Event event) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new PolicyException(place(event) + ": more than " + MAX_NODES + " values");
        }
    }

    private static Optional<Anchor> anchor(NodeEvent event) {
        return event.getAnchor();
    }

    private String place(Event event) {
        return name + ":" + (event.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }
}
