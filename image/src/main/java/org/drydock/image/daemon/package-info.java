/** Images and containers of Docker and Podman, by the Engine API. */
@NullMarked
package org.drydock.image.daemon;

import org.jspecify.annotations.NullMarked;
