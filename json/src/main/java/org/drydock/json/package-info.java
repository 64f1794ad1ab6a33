/** JSON as Drydock reads and writes it: a small immutable tree, read within limits, and a writer whose output is a function of its input alone. */
@NullMarked
package org.drydock.json;

import org.jspecify.annotations.NullMarked;
