/** Conditions: text to tree to a filter that is fast to ask. */
@NullMarked
package org.drydock.runtime.filter;

import org.jspecify.annotations.NullMarked;
