/** Layers: decompressed, verified and walked in one pass. */
@NullMarked
package org.drydock.image.layer;

import org.jspecify.annotations.NullMarked;
