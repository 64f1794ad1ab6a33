/** Images, their layers, and the one streaming walk over the files in them. */
@NullMarked
package org.drydock.image;

import org.jspecify.annotations.NullMarked;
