package org.drydock.inventory;

/** Which files of an image count. */
public enum Scope {
    /** Those that a container sees. */
    SQUASHED,
    /** Those of every layer, also what upper layers removed or replaced. */
    ALL_LAYERS
}
