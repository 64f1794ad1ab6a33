package org.drydock.runtime.filter;

import java.util.List;
import org.drydock.runtime.field.Extractor;
import org.drydock.runtime.field.Register;
import org.drydock.runtime.state.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Asks conditions about one event after the other. What a field is, and what a shared part of conditions says, is found
 * out at most once for each event. It is for one thread.
 */
public final class Evaluation {
    private final Extractor[] extractors;
    private final Register[] registers;
    private final int[] extracted;
    private final boolean[] known;
    private final int[] tested;
    private final boolean[] results;
    private int stamp;
    private @Nullable Observation observation;

    Evaluation(List<Extractor> slots, int shared) {
        extractors = slots.toArray(new Extractor[0]);
        registers = new Register[extractors.length];
        java.util.Arrays.setAll(registers, i -> new Register());
        extracted = new int[extractors.length];
        known = new boolean[extractors.length];
        tested = new int[shared];
        results = new boolean[shared];
    }

    /** Turns to the next event. */
    public void begin(Observation next) {
        observation = next;
        if (++stamp == 0) {
            java.util.Arrays.fill(extracted, 0);
            java.util.Arrays.fill(tested, 0);
            stamp = 1;
        }
    }

    /** The values of a field; null if the event has none. */
    @Nullable
    Register values(int slot) {
        Register register = registers[slot];
        if (extracted[slot] != stamp) {
            extracted[slot] = stamp;
            register.clear();
            Observation now = observation;
            known[slot] = now != null && extractors[slot].extract(now, register) && register.count() > 0;
        }
        return known[slot] ? register : null;
    }

    boolean isTested(int index) {
        return tested[index] == stamp;
    }

    boolean result(int index) {
        return results[index];
    }

    boolean remember(int index, boolean result) {
        tested[index] = stamp;
        results[index] = result;
        return result;
    }
}
