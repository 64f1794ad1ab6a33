package org.drydock.vuln.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The keys of a segment: a letter for what they lead to, then names, each after a NUL. Sorted as unsigned bytes,
 * advisories come first, so that a merge knows them before it meets what was said in their name, and statements last.
 */
final class Keys {
    static final byte ADVISORY = 'A';
    static final byte END_OF_LIFE = 'E';
    static final byte EXPLOIT_PREDICTION = 'F';
    static final byte ALIAS = 'I';
    static final byte KNOWN_EXPLOITED = 'K';
    /** In a merge only: the states in which a record speaks of a namespace. */
    static final byte STATE = 'N';

    static final byte STATEMENTS = 'P';

    /** A key that nothing has and none begins with. */
    static final byte[] NONE = {0};

    private Keys() {}

    /** A key; {@link #NONE} if a name holds a NUL, which no name in a store does. */
    static byte[] of(byte kind, String... names) {
        StringBuilder key = new StringBuilder().append((char) kind);
        for (String name : names) {
            if (name.indexOf('\0') >= 0) {
                return NONE;
            }
            key.append('\0').append(name);
        }
        return key.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What all keys begin with that have these names first. */
    static byte[] prefix(byte kind, String... names) {
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = "";
        return of(kind, more);
    }

    /** The names of a key. */
    static String[] names(byte[] key) {
        return new String(key, 1, key.length - 1, StandardCharsets.UTF_8)
                .substring(Math.min(1, key.length - 1))
                .split("\0", -1);
    }

    /** Whether a key, which begins at {@code from}, is that of an entry about a subject. */
    static boolean isAbout(byte[] subject, byte[] bytes, int from, int to) {
        boolean exact = subject[subject.length - 1] != 0;
        return (exact ? to - from == subject.length : to - from > subject.length)
                && Arrays.equals(bytes, from, from + subject.length, subject, 0, subject.length);
    }
}
