/** The command line: composition only. */
@NullMarked
package org.drydock.cli;

import org.jspecify.annotations.NullMarked;
