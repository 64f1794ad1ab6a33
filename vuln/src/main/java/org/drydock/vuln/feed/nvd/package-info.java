/** The National Vulnerability Database. */
@NullMarked
package org.drydock.vuln.feed.nvd;

import org.jspecify.annotations.NullMarked;
