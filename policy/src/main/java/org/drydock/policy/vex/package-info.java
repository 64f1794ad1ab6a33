/** VEX: what suppliers and oneself state about vulnerabilities of products, and what follows for findings. */
@NullMarked
package org.drydock.policy.vex;

import org.jspecify.annotations.NullMarked;
