/** Which advisories speak of which packages, and how it is known. */
@NullMarked
package org.drydock.vuln.match;

import org.jspecify.annotations.NullMarked;
