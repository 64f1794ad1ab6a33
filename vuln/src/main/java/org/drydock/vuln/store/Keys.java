package org.drydock.vuln.store;

import java.nio.charset.StandardCharsets;

/**
 * The keys of a segment: a letter for what they lead to, then names, each after a NUL. Sorted as unsigned bytes,
 * advisories come first, so that a merge knows them before it meets what was said in their name.
 */
final class Keys {
    static final byte ADVISORY = 'A';
    static final byte ALIAS = 'I';
    static final byte END_OF_LIFE = 'E';
    static final byte KNOWN_EXPLOITED = 'K';
    /** In a merge only: the states in which a record speaks of a namespace. */
    static final byte STATE = 'N';

    static final byte PACKAGE = 'P';
    static final byte EXPLOIT_PREDICTION = 'X';

    private Keys() {}

    static byte[] advisory(String id) {
        return key("A", id);
    }

    static byte[] alias(String alias) {
        return key("I", alias);
    }

    static byte[] knownExploited(String id) {
        return key("K", id);
    }

    static byte[] exploitPrediction(String id) {
        return key("X", id);
    }

    static byte[] endOfLife(String product, String release) {
        return key("E", product + "\0" + release);
    }

    static byte[] state(String id, String namespace) {
        return key("N", id + "\0" + namespace);
    }

    static byte[] statements(String namespace, String name) {
        return key("P", namespace + "\0" + name);
    }

    /** The texts of a key or of an entry behind its letter. */
    static String[] parts(byte[] key) {
        return new String(key, StandardCharsets.UTF_8).split("\0", -1);
    }

    private static byte[] key(String kind, String rest) {
        return (kind + "\0" + rest).getBytes(StandardCharsets.UTF_8);
    }
}
