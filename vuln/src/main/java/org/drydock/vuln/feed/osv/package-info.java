/** Records in the Open Source Vulnerability format. */
@NullMarked
package org.drydock.vuln.feed.osv;

import org.jspecify.annotations.NullMarked;
