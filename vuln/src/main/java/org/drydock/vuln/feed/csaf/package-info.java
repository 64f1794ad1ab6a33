/** Advisories and VEX in the Common Security Advisory Framework. */
@NullMarked
package org.drydock.vuln.feed.csaf;

import org.jspecify.annotations.NullMarked;
