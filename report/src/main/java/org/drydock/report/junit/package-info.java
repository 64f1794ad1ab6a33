/** The report as a JUnit test result, for CI servers. */
@NullMarked
package org.drydock.report.junit;

import org.jspecify.annotations.NullMarked;
