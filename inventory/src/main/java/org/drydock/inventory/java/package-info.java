/**
 * Java archives: which Maven coordinates a jar, a war and everything nested or shaded into them has. Classes are not
 * read.
 */
@NullMarked
package org.drydock.inventory.java;

import org.jspecify.annotations.NullMarked;
