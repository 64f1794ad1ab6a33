package org.drydock.runtime.rules;

/** How many of the rules that match an event are told. */
public enum Matching {
    /** The one that was defined first. */
    FIRST,
    /** All. */
    ALL
}
