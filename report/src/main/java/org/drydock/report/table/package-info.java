/** The report for people, as a table for the terminal. */
@NullMarked
package org.drydock.report.table;

import org.jspecify.annotations.NullMarked;
