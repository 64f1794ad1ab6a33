/** Statements of distributions in OpenVEX. */
@NullMarked
package org.drydock.vuln.feed.openvex;

import org.jspecify.annotations.NullMarked;
