/** PHP packages: of Composer and of PEAR. */
@NullMarked
package org.drydock.inventory.php;

import org.jspecify.annotations.NullMarked;
