/** Rust crates: built into programs, and locked by Cargo. */
@NullMarked
package org.drydock.inventory.rust;

import org.jspecify.annotations.NullMarked;
