/** The walk over layers, decompressed and verified in the same pass, and over directories. */
@NullMarked
package org.drydock.image.walk;

import org.jspecify.annotations.NullMarked;
