/** Advisory data on its way to machines that cannot, or shall not, fetch it themselves: signed, in pieces, by difference. */
@NullMarked
package org.drydock.vuln.bundle;

import org.jspecify.annotations.NullMarked;
