/** The fields that conditions and outputs name, and how an event answers them. */
@NullMarked
package org.drydock.runtime.field;

import org.jspecify.annotations.NullMarked;
