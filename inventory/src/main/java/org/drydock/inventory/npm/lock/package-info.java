/** Node.js packages as lock files name them. */
@NullMarked
package org.drydock.inventory.npm.lock;

import org.jspecify.annotations.NullMarked;
