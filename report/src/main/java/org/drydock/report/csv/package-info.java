/** The report as comma-separated values, for spreadsheets. */
@NullMarked
package org.drydock.report.csv;

import org.jspecify.annotations.NullMarked;
