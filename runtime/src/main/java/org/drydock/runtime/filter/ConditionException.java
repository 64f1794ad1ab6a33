package org.drydock.runtime.filter;

import org.drydock.runtime.WatchException;

/** A condition cannot be read or means nothing. */
public final class ConditionException extends WatchException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final boolean unknownField;

    ConditionException(String message, Place place) {
        this(message, place, false);
    }

    ConditionException(String message, Place place, boolean unknownField) {
        super(message);
        this.place = place;
        this.unknownField = unknownField;
    }

    /** Where in the condition. */
    public Place place() {
        return place;
    }

    /** Whether it names a field that does not exist, which a rule may allow. */
    public boolean isUnknownField() {
        return unknownField;
    }
}
