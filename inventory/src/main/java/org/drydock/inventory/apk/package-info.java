/** Packages of Alpine and its descendants. */
@NullMarked
package org.drydock.inventory.apk;

import org.jspecify.annotations.NullMarked;
