/** Dart packages, locked by pub. */
@NullMarked
package org.drydock.inventory.dart;

import org.jspecify.annotations.NullMarked;
