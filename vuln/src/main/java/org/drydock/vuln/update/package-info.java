/** Brings the advisory data that is needed up to date, and knows when each part was last held against its source. */
@NullMarked
package org.drydock.vuln.update;

import org.jspecify.annotations.NullMarked;
