/** What readers of programs share. */
@NullMarked
package org.drydock.inventory.executable;

import org.jspecify.annotations.NullMarked;
