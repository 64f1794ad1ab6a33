package org.drydock.runtime.event;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One event as its source tells it. It is filled anew for each event: nobody keeps one. Values of parameters lie in one
 * buffer and are read from there when a field asks.
 */
public final class Event {
    private static final byte[] NOTHING = {};

    private @Nullable EventType type;
    private long number;
    private long time;
    private long threadId;
    private int cpu;
    private byte[] buffer = NOTHING;
    private int[] bounds = new int[33];
    private int count;

    /**
     * Begins the next event; its parameters follow with {@link #add}.
     *
     * @param number counts the events of the source, from 1
     * @param time nanoseconds since 1970
     * @param buffer where the values lie; it stays the source's own
     * @param start where the first value begins
     */
    public void begin(EventType type, long number, long time, long threadId, int cpu, byte[] buffer, int start) {
        this.type = type;
        this.number = number;
        this.time = time;
        this.threadId = threadId;
        this.cpu = cpu;
        this.buffer = buffer;
        this.count = 0;
        bounds[0] = start;
    }

    /** Adds the next value, which lies behind the one before. */
    public void add(int length) {
        if (count + 1 == bounds.length) {
            bounds = java.util.Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[count + 1] = Math.addExact(bounds[count], length);
        count++;
    }

    public EventType type() {
        return java.util.Objects.requireNonNull(type, "no event has begun");
    }

    public long number() {
        return number;
    }

    public long time() {
        return time;
    }

    public long threadId() {
        return threadId;
    }

    public int cpu() {
        return cpu;
    }

    /** Whether there is a value: an older source may not tell the last ones, and none may be empty. */
    public boolean has(int index) {
        return index >= 0 && index < count && bounds[index + 1] > bounds[index];
    }

    /** How many bytes a value has. */
    public int length(int index) {
        return has(index) ? bounds[index + 1] - bounds[index] : 0;
    }

    /** A whole number of up to 8 bytes; -1 or 0 stand for none, so ask {@link #has} first. */
    public long number(int index, boolean signed) {
        int length = Math.min(8, length(index));
        if (length == 0) {
            return 0;
        }
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | (buffer[bounds[index] + i] & 0xff);
        }
        int unused = 64 - length * 8;
        return signed ? value << unused >> unused : value;
    }

    /** A C string, one character a byte. */
    public String text(int index) {
        return has(index) ? Octets.cString(buffer, bounds[index], length(index)) : "";
    }

    /** All bytes, one character a byte. */
    public String bytes(int index) {
        return has(index) ? new String(buffer, bounds[index], length(index), StandardCharsets.ISO_8859_1) : "";
    }

    /** What the system call returned: its first number, or a descriptor; only if {@link #hasResult}. */
    public long result() {
        return number(0, true);
    }

    /** Whether the event tells a result. */
    public boolean hasResult() {
        if (!has(0) || type().parameters().isEmpty()) {
            return false;
        }
        Parameter first = type().parameters().getFirst();
        return first.name().equals("res") || first.name().equals("fd");
    }

    /** The result in words: {@code SUCCESS}, or the name of the error. */
    public String resultName() {
        return Errno.name(result());
    }

    /** A result in words. */
    public static String resultName(long result) {
        return Errno.name(result);
    }
}
