/** What is known of the use of vulnerabilities. */
@NullMarked
package org.drydock.vuln.feed.threat;

import org.jspecify.annotations.NullMarked;
