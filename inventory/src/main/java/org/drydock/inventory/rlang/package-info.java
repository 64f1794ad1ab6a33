/** Packages of R. */
@NullMarked
package org.drydock.inventory.rlang;

import org.jspecify.annotations.NullMarked;
