/** Ruby gems: installed, and locked by Bundler. */
@NullMarked
package org.drydock.inventory.ruby;

import org.jspecify.annotations.NullMarked;
