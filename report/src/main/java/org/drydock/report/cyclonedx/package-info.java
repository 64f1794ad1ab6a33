/** The report as a CycloneDX bill of materials. */
@NullMarked
package org.drydock.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
