/** Python distributions, as installed. */
@NullMarked
package org.drydock.inventory.python;

import org.jspecify.annotations.NullMarked;
