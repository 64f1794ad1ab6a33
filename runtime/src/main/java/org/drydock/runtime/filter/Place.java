package org.drydock.runtime.filter;

/**
 * Where in a condition something stands. Two places are always equal: where text stands is no part of what it means, and
 * equal expressions are evaluated once.
 *
 * @param offset characters from the start
 * @param line lines from the start
 * @param column characters from the start of the line
 */
public record Place(int offset, int line, int column) {
    /** The start of the condition. */
    public static final Place START = new Place(0, 0, 0);

    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
