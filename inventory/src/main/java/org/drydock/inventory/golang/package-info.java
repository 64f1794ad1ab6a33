/** Modules that Go binaries say they were built from. */
@NullMarked
package org.drydock.inventory.golang;

import org.jspecify.annotations.NullMarked;
