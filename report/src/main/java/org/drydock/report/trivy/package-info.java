/** The report in the shape of Trivy's JSON, for tools that read that. */
@NullMarked
package org.drydock.report.trivy;

import org.jspecify.annotations.NullMarked;
