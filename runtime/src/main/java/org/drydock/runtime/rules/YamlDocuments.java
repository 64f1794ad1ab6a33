package org.drydock.runtime.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drydock.runtime.rules.YamlNode.Mark;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a YAML file; what an alias stands for counts each time it is used. */
final class YamlDocuments {
    private static final int MAX_DEPTH = 50;
    private static final long MAX_NODES = 2_000_000;

    private final List<YamlNode> documents = new ArrayList<>();
    private final Deque<Open> stack = new ArrayDeque<>();
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private final IdentityHashMap<YamlNode, Long> sizes = new IdentityHashMap<>();
    private long nodes;

    private YamlDocuments() {}

    /** A collection that is being read. */
    private static final class Open {
        private final boolean mapping;
        private final Optional<Anchor> anchor;
        private final Mark mark;
        private final long before;
        private final List<YamlNode> elements = new ArrayList<>();
        private final List<YamlNode.Entry> entries = new ArrayList<>();
        private @Nullable String key;

        Open(boolean mapping, NodeEvent event, long before) {
            this.mapping = mapping;
            this.anchor = event.getAnchor();
            this.mark = YamlDocuments.mark(event);
            this.before = before;
        }
    }

    static List<YamlNode> read(String text) {
        YamlDocuments reader = new YamlDocuments();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            for (Event event : new Parse(settings).parseString(text)) {
                reader.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark()
                    .map(m -> new Mark(m.getLine(), m.getColumn(), m.getIndex()))
                    .orElse(new Mark(0, 0, 0));
            throw new YamlException(String.valueOf(e.getProblem()), mark);
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML");
            throw new YamlException(message, new Mark(0, 0, 0));
        }
        return reader.documents;
    }

    private static Mark mark(Event event) {
        return event.getStartMark()
                .map(m -> new Mark(m.getLine(), m.getColumn(), m.getIndex()))
                .orElse(new Mark(0, 0, 0));
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart -> open(true, (NodeEvent) event);
            case SequenceStart -> open(false, (NodeEvent) event);
            case MappingEnd, SequenceEnd -> close();
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
    }

    private void scalar(ScalarEvent event) {
        String text = event.getValue();
        boolean none = event.getScalarStyle() == ScalarStyle.PLAIN
                && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        YamlNode node = new YamlNode.Scalar(text, none, mark(event));
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        count(1, event);
        attach(node);
    }

    private void alias(AliasEvent event) {
        YamlNode node = anchors.get(event.getAlias());
        if (node == null) {
            throw new YamlException("*" + event.getAlias() + " stands before its anchor ends", mark(event));
        }
        count(sizes.getOrDefault(node, 1L), event);
        attach(node);
    }

    private void open(boolean mapping, NodeEvent event) {
        if (stack.size() == MAX_DEPTH) {
            throw new YamlException("nested deeper than " + MAX_DEPTH, mark(event));
        }
        stack.push(new Open(mapping, event, nodes));
        count(1, event);
    }

    private void close() {
        Open closed = stack.pop();
        YamlNode node = closed.mapping
                ? new YamlNode.Mapping(List.copyOf(closed.entries), closed.mark)
                : new YamlNode.Sequence(List.copyOf(closed.elements), closed.mark);
        sizes.put(node, nodes - closed.before);
        closed.anchor.ifPresent(anchor -> anchors.put(anchor, node));
        attach(node);
    }

    private void attach(YamlNode node) {
        Open parent = stack.peek();
        if (parent == null) {
            documents.add(node);
        } else if (!parent.mapping) {
            parent.elements.add(node);
        } else if (parent.key == null) {
            if (!(node instanceof YamlNode.Scalar scalar)) {
                throw new YamlException("a key must be a word", node.mark());
            }
            parent.key = scalar.text();
        } else {
            parent.entries.add(new YamlNode.Entry(parent.key, node));
            parent.key = null;
        }
    }

    private void count(long more, Event event) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new YamlException("more than " + MAX_NODES + " values", mark(event));
        }
    }
}
