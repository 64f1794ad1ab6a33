/** What is known of the machine when an event happens: processes, open files, users, containers. */
@NullMarked
package org.drydock.runtime.state;

import org.jspecify.annotations.NullMarked;
