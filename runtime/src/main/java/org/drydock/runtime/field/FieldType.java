package org.drydock.runtime.field;

/** What the values of a field are. */
public enum FieldType {
    /** Text; a C string. */
    TEXT,
    /** Text that is a path. */
    PATH,
    /** Bytes of any kind. */
    BYTES,
    /** A whole number that may be below zero. */
    SIGNED,
    /** A whole number from zero. */
    UNSIGNED,
    /** Nanoseconds, or nanoseconds since 1970. */
    TIME,
    BOOLEAN,
    /** An IP address. */
    ADDRESS,
    /** An IP address that is held against networks. */
    NETWORK;

    /** Whether values are whole numbers. */
    public boolean isNumber() {
        return this == SIGNED || this == UNSIGNED || this == TIME;
    }

    /** Whether values are text or bytes. */
    public boolean isText() {
        return this == TEXT || this == PATH || this == BYTES;
    }
}
