package org.drydock.runtime.event;

/** How the bytes of an event's parameter are read. Numbers are little-endian. */
public enum ParameterType {
    /** Signed, of the size that its bytes have. */
    SIGNED,
    /** Unsigned, of the size that its bytes have. */
    UNSIGNED,
    /** Unsigned, shown in base 8. */
    OCTAL,
    /** Unsigned, shown in base 16. */
    HEX,
    /** A result: negative is an errno. */
    ERRNO,
    /** A file descriptor. */
    DESCRIPTOR,
    /** A process or thread id. */
    PID,
    UID,
    GID,
    /** A C string. */
    TEXT,
    /** A C string that is a path. */
    PATH,
    /** Bytes as they are. */
    BYTES,
    /** C strings one after the other. */
    TEXTS,
    /** A socket address: family, then address and port, or a path. */
    SOCKET_ADDRESS,
    /** Both ends of a socket. */
    SOCKET_TUPLE,
    /** Bits with names. */
    FLAGS,
    /** One of some named values. */
    ENUM;

    /** Whether it is a whole number. */
    public boolean isNumber() {
        return switch (this) {
            case SIGNED, UNSIGNED, OCTAL, HEX, ERRNO, DESCRIPTOR, PID, UID, GID, FLAGS, ENUM -> true;
            case TEXT, PATH, BYTES, TEXTS, SOCKET_ADDRESS, SOCKET_TUPLE -> false;
        };
    }

    /** Whether a number of this type is below zero when its highest bit is set. */
    public boolean isSigned() {
        return this == SIGNED || this == ERRNO || this == DESCRIPTOR || this == PID;
    }
}
