/** Images as files: OCI layouts and the archives that daemons save. */
@NullMarked
package org.drydock.image.saved;

import org.jspecify.annotations.NullMarked;
