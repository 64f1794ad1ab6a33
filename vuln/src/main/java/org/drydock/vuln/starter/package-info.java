/** Facts about landmark vulnerabilities that ship with Drydock, for machines that have no feed yet. */
@NullMarked
package org.drydock.vuln.starter;

import org.jspecify.annotations.NullMarked;
