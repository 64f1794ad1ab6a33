/** What the packaging needs at run time and the program itself does not. */
@NullMarked
package org.drydock.dist;

import org.jspecify.annotations.NullMarked;
