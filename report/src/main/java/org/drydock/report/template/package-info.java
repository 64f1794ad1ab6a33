/** The report as a template of the user's own makes it. */
@NullMarked
package org.drydock.report.template;

import org.jspecify.annotations.NullMarked;
