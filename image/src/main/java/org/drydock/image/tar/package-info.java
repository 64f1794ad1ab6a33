/** A streaming reader of tar archives, as layers use them. */
@NullMarked
package org.drydock.image.tar;

import org.jspecify.annotations.NullMarked;
