/** The report as one page for a browser, for those who decide and those who mend. {@code docs/html-report.md} shows it. */
@NullMarked
package org.drydock.report.html;

import org.jspecify.annotations.NullMarked;
