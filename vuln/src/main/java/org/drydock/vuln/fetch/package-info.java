/** Where advisory data is published, and how it is brought onto the machine; reading it is done elsewhere. */
@NullMarked
package org.drydock.vuln.fetch;

import org.jspecify.annotations.NullMarked;
