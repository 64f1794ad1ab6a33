/** The advisory store: immutable segments, one a source, asked by namespace and package name. */
@NullMarked
package org.drydock.vuln.store;

import org.jspecify.annotations.NullMarked;
