/**
 * What is installed: catalogers read the files that speak of packages, and the inventory joins what they say across the
 * layers of an image.
 */
@NullMarked
package org.drydock.inventory;

import org.jspecify.annotations.NullMarked;
