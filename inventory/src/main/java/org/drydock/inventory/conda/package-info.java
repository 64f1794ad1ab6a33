/** The packages that conda has installed. */
@NullMarked
package org.drydock.inventory.conda;

import org.jspecify.annotations.NullMarked;
