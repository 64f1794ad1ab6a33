/** Known vulnerabilities: what feeds say, which versions they mean, and which packages are affected. */
@NullMarked
package org.drydock.vuln;

import org.jspecify.annotations.NullMarked;
