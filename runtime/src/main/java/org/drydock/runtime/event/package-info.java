/** What the kernel tells: events, their types and parameters, and where they come from. */
@NullMarked
package org.drydock.runtime.event;

import org.jspecify.annotations.NullMarked;
