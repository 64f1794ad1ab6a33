/** The report as SARIF, for code scanning services. */
@NullMarked
package org.drydock.report.sarif;

import org.jspecify.annotations.NullMarked;
