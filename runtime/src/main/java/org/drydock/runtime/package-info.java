/** Detection at run time: kernel events, the state they tell of, and rules in Falco's language. */
@NullMarked
package org.drydock.runtime;

import org.jspecify.annotations.NullMarked;
