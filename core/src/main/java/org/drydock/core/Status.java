package org.drydock.core;

import java.util.Locale;

/** What is known about one subject and one weakness. {@link #UNKNOWN} never becomes "clean". */
public enum Status {
    AFFECTED,
    FIXED,
    NOT_AFFECTED,
    WILL_NOT_FIX,
    DEFERRED,
    END_OF_LIFE,
    UNDER_INVESTIGATION,
    UNKNOWN;

    /** The word used in outputs, for example {@code will-not-fix}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
