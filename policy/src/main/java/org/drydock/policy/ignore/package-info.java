/** Files that set findings aside: Drydock's exceptions, and the ignore files of other tools as they stand. */
@NullMarked
package org.drydock.policy.ignore;

import org.jspecify.annotations.NullMarked;
