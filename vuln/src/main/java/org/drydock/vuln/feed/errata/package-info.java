/** Errata of distributions with rpm packages. */
@NullMarked
package org.drydock.vuln.feed.errata;

import org.jspecify.annotations.NullMarked;
