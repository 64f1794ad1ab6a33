/** The program as users run it, on real images. */
@NullMarked
package org.drydock.e2e;

import org.jspecify.annotations.NullMarked;
