/** Ubuntu's CVE tracker. */
@NullMarked
package org.drydock.vuln.feed.ubuntu;

import org.jspecify.annotations.NullMarked;
