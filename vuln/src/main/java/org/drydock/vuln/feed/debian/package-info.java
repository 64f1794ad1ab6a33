/** Debian's security tracker. */
@NullMarked
package org.drydock.vuln.feed.debian;

import org.jspecify.annotations.NullMarked;
