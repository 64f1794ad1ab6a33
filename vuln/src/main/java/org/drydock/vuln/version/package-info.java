/** The order of versions, one scheme for each way that ecosystems write them. */
@NullMarked
package org.drydock.vuln.version;

import org.jspecify.annotations.NullMarked;
