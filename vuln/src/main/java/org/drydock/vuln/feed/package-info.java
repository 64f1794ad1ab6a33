/** Parsers of advisory feeds as published. Pure and offline: bytes in, advisories out. */
@NullMarked
package org.drydock.vuln.feed;

import org.jspecify.annotations.NullMarked;
