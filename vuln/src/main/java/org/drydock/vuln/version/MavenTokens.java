package org.drydock.vuln.version;

import java.util.Arrays;

/**
 * The tokens of a Maven version in lower case, without what is nothing before a hyphen and at the end.
 *
 * <p>A hyphen, and each change between digits and letters, is a token of its own, {@link Kind#LEVEL}. Maven's digits are
 * those of any script.
 */
final class MavenTokens {
    /** {@code NUMBER} and {@code RELEASE} may be nothing, a {@code LEVEL} is; {@code OTHER} compares by its letters. */
    enum Kind {
        LEVEL,
        NUMBER,
        ALPHA,
        BETA,
        MILESTONE,
        CANDIDATE,
        SNAPSHOT,
        RELEASE,
        SERVICE_PACK,
        OTHER
    }

    private final String text;
    private Kind[] kinds = new Kind[8];
    private int[] ends = new int[16];
    private boolean[] belowNothing = new boolean[0];
    private int size;

    private MavenTokens(String text) {
        this.text = text;
    }

    static MavenTokens read(String text) {
        MavenTokens tokens = new MavenTokens(text);
        tokens.scan();
        tokens.trim();
        tokens.look();
        return tokens;
    }

    int size() {
        return size;
    }

    Kind kind(int i) {
        return kinds[i];
    }

    /** Whether the first token from {@code i} on that is something comes before nothing. */
    boolean belowNothing(int i) {
        return belowNothing[i];
    }

    void writeText(int i, KeyBuilder key) {
        key.text(text, ends[2 * i], ends[2 * i + 1]);
    }

    void writeNumber(int i, KeyBuilder key) {
        int from = ends[2 * i];
        int to = ends[2 * i + 1];
        for (int at = from; at < to; at++) {
            if (!Ascii.isDigit(text.charAt(at))) {
                key.number(inAscii(from, to), 0, to - from);
                return;
            }
        }
        key.number(text, from, to);
    }

    private CharSequence inAscii(int from, int to) {
        StringBuilder digits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
        }
        return digits;
    }

    private void scan() {
        boolean digits = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '-') {
                item(digits || i == start, start, i);
                start = i + 1;
                if (c == '-') {
                    add(Kind.LEVEL, i, i);
                }
                continue;
            }
            boolean digit = Character.isDigit(c);
            if (digit != digits && i > start) {
                add(digit ? qualifier(start, i, true) : Kind.NUMBER, start, i);
                add(Kind.LEVEL, i, i);
                start = i;
            }
            digits = digit;
        }
        if (start < text.length()) {
            item(digits, start, text.length());
        }
    }

    private void item(boolean number, int from, int to) {
        add(number ? Kind.NUMBER : qualifier(from, to, false), from, to);
    }

    private void add(Kind kind, int from, int to) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            ends = Arrays.copyOf(ends, size * 4);
        }
        kinds[size] = kind;
        ends[2 * size] = from;
        ends[2 * size + 1] = to;
        size++;
    }

    private Kind qualifier(int from, int to, boolean beforeDigits) {
        if (to - from > "milestone".length()) {
            return Kind.OTHER;
        }
        return switch (text.substring(from, to)) {
            case "alpha" -> Kind.ALPHA;
            case "beta" -> Kind.BETA;
            case "milestone" -> Kind.MILESTONE;
            case "rc", "cr" -> Kind.CANDIDATE;
            case "snapshot" -> Kind.SNAPSHOT;
            case "ga", "final", "release" -> Kind.RELEASE;
            case "sp" -> Kind.SERVICE_PACK;
            case "a" -> beforeDigits ? Kind.ALPHA : Kind.OTHER;
            case "b" -> beforeDigits ? Kind.BETA : Kind.OTHER;
            case "m" -> beforeDigits ? Kind.MILESTONE : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    /** Leaves out what is nothing before the end and before the beginning of a level, and levels without tokens. */
    private void trim() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kinds[i] == Kind.LEVEL) {
                kept = withoutNothing(kept);
                if (kept > 0 && kinds[kept - 1] == Kind.LEVEL) {
                    continue;
                }
            }
            kinds[kept] = kinds[i];
            ends[2 * kept] = ends[2 * i];
            ends[2 * kept + 1] = ends[2 * i + 1];
            kept++;
        }
        size = withoutNothing(kept);
        while (size > 0 && kinds[size - 1] == Kind.LEVEL) {
            size = withoutNothing(size - 1);
        }
    }

    private int withoutNothing(int end) {
        int kept = end;
        while (kept > 0 && kinds[kept - 1] != Kind.LEVEL && isNothing(kept - 1)) {
            kept--;
        }
        return kept;
    }

    private boolean isNothing(int i) {
        return switch (kinds[i]) {
            case LEVEL, RELEASE -> true;
            case NUMBER -> isZero(ends[2 * i], ends[2 * i + 1]);
            case ALPHA, BETA, MILESTONE, CANDIDATE, SNAPSHOT, SERVICE_PACK, OTHER -> false;
        };
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 10) != 0) {
                return false;
            }
        }
        return true;
    }

    private void look() {
        belowNothing = new boolean[size];
        boolean below = false;
        for (int i = size - 1; i >= 0; i--) {
            if (!isNothing(i)) {
                below = switch (kinds[i]) {
                    case ALPHA, BETA, MILESTONE, CANDIDATE, SNAPSHOT -> true;
                    case LEVEL, NUMBER, RELEASE, SERVICE_PACK, OTHER -> false;
                };
            }
            belowNothing[i] = below;
        }
    }
}
