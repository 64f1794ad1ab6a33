/** Python packages as lock files and requirements name them. */
@NullMarked
package org.drydock.inventory.python.declared;

import org.jspecify.annotations.NullMarked;
