/**
 * Reading of zip archives that nobody vouches for: over a seekable buffer, without copying it, without believing a size,
 * and without an object for each entry.
 */
@NullMarked
package org.drydock.inventory.zip;

import org.jspecify.annotations.NullMarked;
