/** What a scan found, and the writers of every format it is told in. */
@NullMarked
package org.drydock.report;

import org.jspecify.annotations.NullMarked;
