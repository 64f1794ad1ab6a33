/** Severity from CVSS vectors of every version that feeds state. */
@NullMarked
package org.drydock.vuln.cvss;

import org.jspecify.annotations.NullMarked;
