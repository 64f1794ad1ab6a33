/** From findings to a verdict: pass or fail, and why. */
@NullMarked
package org.drydock.policy;

import org.jspecify.annotations.NullMarked;
