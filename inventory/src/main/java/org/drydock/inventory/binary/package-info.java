/** Programs that no package manager tells of, known by what their bytes say. */
@NullMarked
package org.drydock.inventory.binary;

import org.jspecify.annotations.NullMarked;
