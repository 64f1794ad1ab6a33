/** Packages of Debian and its descendants. */
@NullMarked
package org.drydock.inventory.dpkg;

import org.jspecify.annotations.NullMarked;
