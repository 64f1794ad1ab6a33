package org.drydock.vuln.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members a JSON text has in its upper levels, seen from its beginning alone: enough to tell feeds apart without
 * reading them. The text may be cut anywhere and may hold several documents one after the other.
 *
 * @param paths the members' names from the outermost inwards, an array's elements standing as {@code []}
 */
public record JsonOutline(Set<List<String>> paths) {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_PATHS = 4096;
    private static final int MAX_NAME = 256;

    public JsonOutline {
        paths = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(paths));
    }

    /** Outlines the beginning of a text; empty if it does not begin as a JSON object or array does. */
    public static JsonOutline of(byte[] beginning) {
        return new Scan(beginning).outline();
    }

    /** Whether there is a member of this path. */
    public boolean has(String... path) {
        return paths.contains(List.of(path));
    }

    /** Whether there is any member of this name in an outermost object. */
    public boolean hasAny(String... names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Walks the tokens; what is no JSON is passed over, since the parser will say so better. */
    private static final class Scan {
        private final byte[] text;
        private final Set<List<String>> paths = new LinkedHashSet<>();
        private final Deque<String> path = new ArrayDeque<>();
        private final java.util.BitSet objects = new java.util.BitSet();
        private int depth;
        private boolean nameExpected;
        private int at;

        Scan(byte[] text) {
            this.text = text;
        }

        JsonOutline outline() {
            boolean mark = text.length > 2 && (text[0] & 0xff) == 0xef && (text[1] & 0xff) == 0xbb;
            at = mark ? 3 : 0;
            while (at < text.length && isSpace(text[at])) {
                at++;
            }
            if (at == text.length || (text[at] != '{' && text[at] != '[')) {
                return new JsonOutline(Set.of());
            }
            while (at < text.length && paths.size() < MAX_PATHS) {
                step();
            }
            return new JsonOutline(paths);
        }

        private void step() {
            byte b = text[at++];
            switch (b) {
                case '{' -> enter(true);
                case '[' -> enter(false);
                case '}', ']' -> leave();
                case ',' -> nameExpected = depth > 0 && objects.get(depth - 1);
                case '"' -> string();
                default -> {}
            }
        }

        private void enter(boolean object) {
            objects.set(depth, object);
            depth++;
            nameExpected = object;
            if (!object && depth <= MAX_DEPTH) {
                path.addLast("[]");
            }
        }

        private void leave() {
            if (depth == 0) {
                return;
            }
            depth--;
            nameExpected = false;
            while (path.size() > depth) {
                path.removeLast();
            }
        }

        private void string() {
            int start = at;
            while (at < text.length && text[at] != '"') {
                at += text[at] == '\\' ? 2 : 1;
            }
            int end = Math.min(at, text.length);
            at++;
            if (!nameExpected) {
                return;
            }
            nameExpected = false;
            if (depth > MAX_DEPTH || end - start > MAX_NAME) {
                return;
            }
            while (path.size() >= depth) {
                path.removeLast();
            }
            path.addLast(new String(text, start, end - start, StandardCharsets.UTF_8));
            paths.add(List.copyOf(path));
        }

        private static boolean isSpace(byte b) {
            return b == ' ' || b == '\t' || b == '\r' || b == '\n';
        }
    }
}
