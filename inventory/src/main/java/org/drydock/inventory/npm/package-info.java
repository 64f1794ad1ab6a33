/** Node.js packages, as installed. */
@NullMarked
package org.drydock.inventory.npm;

import org.jspecify.annotations.NullMarked;
