/** Answers what people ask about advisory data itself: what it says of a name or an id, and what changed between two states. */
@NullMarked
package org.drydock.vuln.inspect;

import org.jspecify.annotations.NullMarked;
