/** Benchmarks inside the process. */
@NullMarked
package org.drydock.benchmarks;

import org.jspecify.annotations.NullMarked;
