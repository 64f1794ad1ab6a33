/** The report in the shape of Grype's JSON, for tools that read that. */
@NullMarked
package org.drydock.report.grype;

import org.jspecify.annotations.NullMarked;
