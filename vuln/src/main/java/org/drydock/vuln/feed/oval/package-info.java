/** Definitions in the Open Vulnerability and Assessment Language. */
@NullMarked
package org.drydock.vuln.feed.oval;

import org.jspecify.annotations.NullMarked;
