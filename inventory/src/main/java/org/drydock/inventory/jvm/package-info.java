/** Java dependencies as builds declare them, and Java virtual machines. */
@NullMarked
package org.drydock.inventory.jvm;

import org.jspecify.annotations.NullMarked;
