package org.drydock.runtime.field;

import org.drydock.runtime.state.Observation;

/** Answers a field for an event. */
@FunctionalInterface
public interface Extractor {
    /**
     * Puts the field's values into a register.
     *
     * @return false if the event has no such value, or it is not known
     */
    boolean extract(Observation observation, Register into);
}
