/** Which distribution a root file system is. */
@NullMarked
package org.drydock.inventory.distro;

import org.jspecify.annotations.NullMarked;
