/** The advisory store: immutable segments, mapped, found by namespace and package name. */
@NullMarked
package org.drydock.vuln.store;

import org.jspecify.annotations.NullMarked;
