package org.drydock.runtime.filter;

import org.drydock.runtime.field.Register;

/** Asks one value of a field. */
interface ValueTest {
    boolean test(Register values, int index);
}
