/** Images in registries, read over the network. Nothing here is loaded unless a target asks for it. */
@NullMarked
package org.drydock.image.registry;

import org.jspecify.annotations.NullMarked;
