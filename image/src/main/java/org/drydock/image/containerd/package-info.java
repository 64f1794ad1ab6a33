/** Images that containerd has, read from its content store on disk. */
@NullMarked
package org.drydock.image.containerd;

import org.jspecify.annotations.NullMarked;
