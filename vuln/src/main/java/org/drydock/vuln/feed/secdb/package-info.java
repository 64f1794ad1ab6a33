/** Security databases in the shape of Alpine. */
@NullMarked
package org.drydock.vuln.feed.secdb;

import org.jspecify.annotations.NullMarked;
