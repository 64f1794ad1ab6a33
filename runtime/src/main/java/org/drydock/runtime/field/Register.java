package org.drydock.runtime.field;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values that a field has for one event. It is used again for each event, and grows to the most values that
 * there have been.
 */
public final class Register {
    private long[] numbers = new long[1];
    private @Nullable Object[] objects = new Object[1];
    private int count;

    /** Forgets the values. */
    public void clear() {
        count = 0;
    }

    /** Takes a number, a time or a truth value. */
    public boolean add(long number) {
        room();
        numbers[count++] = number;
        return true;
    }

    /** Takes a text or an address; none if it is null. */
    public boolean add(@Nullable Object object) {
        if (object == null) {
            return false;
        }
        room();
        objects[count++] = object;
        return true;
    }

    private void room() {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            objects = Arrays.copyOf(objects, count * 2);
        }
    }

    public int count() {
        return count;
    }

    public long number(int index) {
        return numbers[index];
    }

    public String text(int index) {
        return (String) object(index);
    }

    public Object object(int index) {
        return java.util.Objects.requireNonNull(objects[index]);
    }
}
