/** The report as GitLab's security reports. */
@NullMarked
package org.drydock.report.gitlab;

import org.jspecify.annotations.NullMarked;
