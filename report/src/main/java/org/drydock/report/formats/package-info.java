/** The list of all formats. */
@NullMarked
package org.drydock.report.formats;

import org.jspecify.annotations.NullMarked;
