/** What one layer tells, kept by its digest, and how the layers of an image become one view. */
@NullMarked
package org.drydock.inventory.layer;

import org.jspecify.annotations.NullMarked;
