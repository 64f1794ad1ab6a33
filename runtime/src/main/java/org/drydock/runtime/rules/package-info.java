/** Rule files, their loading with every error and warning placed, and the rules at work. */
@NullMarked
package org.drydock.runtime.rules;

import org.jspecify.annotations.NullMarked;
