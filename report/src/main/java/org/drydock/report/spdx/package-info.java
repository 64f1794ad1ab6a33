/** The report as an SPDX bill of materials. */
@NullMarked
package org.drydock.report.spdx;

import org.jspecify.annotations.NullMarked;
