/** The report as annotations of a GitHub workflow run. */
@NullMarked
package org.drydock.report.github;

import org.jspecify.annotations.NullMarked;
