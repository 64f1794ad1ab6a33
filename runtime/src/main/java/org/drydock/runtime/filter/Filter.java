package org.drydock.runtime.filter;

/** A condition that is ready to be asked. */
public interface Filter {
    /** Whether the condition holds for the event that the evaluation is at. */
    boolean matches(Evaluation evaluation);
}
