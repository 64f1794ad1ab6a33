/** Names of products in the Common Platform Enumeration. */
@NullMarked
package org.drydock.vuln.cpe;

import org.jspecify.annotations.NullMarked;
