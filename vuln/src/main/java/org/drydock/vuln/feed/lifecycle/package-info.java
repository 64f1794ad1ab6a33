/** How long releases are mended. */
@NullMarked
package org.drydock.vuln.feed.lifecycle;

import org.jspecify.annotations.NullMarked;
