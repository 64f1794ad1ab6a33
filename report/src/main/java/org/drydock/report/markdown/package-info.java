/** The report as Markdown, for pull requests. */
@NullMarked
package org.drydock.report.markdown;

import org.jspecify.annotations.NullMarked;
