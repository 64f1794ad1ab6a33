/** Where images come from. */
@NullMarked
package org.drydock.image.source;

import org.jspecify.annotations.NullMarked;
