package org.drydock.runtime.field;

/** What stands in the brackets behind a field's name. */
public enum ArgumentKind {
    /** Nothing may. */
    NONE,
    /** A number may. */
    OPTIONAL_INDEX,
    /** A number must. */
    INDEX,
    /** A name may. */
    OPTIONAL_KEY,
    /** A name must. */
    KEY;

    /** Whether brackets must be there. */
    public boolean isRequired() {
        return this == INDEX || this == KEY;
    }

    /** Whether the argument is a number. */
    public boolean isIndex() {
        return this == INDEX || this == OPTIONAL_INDEX;
    }
}
