/** The packages that pacman has installed. */
@NullMarked
package org.drydock.inventory.pacman;

import org.jspecify.annotations.NullMarked;
