/** The face of this module: all catalogers there are, set to work on a target. */
@NullMarked
package org.drydock.inventory.collect;

import org.jspecify.annotations.NullMarked;
