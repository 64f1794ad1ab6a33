/** What readers of lock files and manifests share: documents of all kinds as one model, and what they list. */
@NullMarked
package org.drydock.inventory.document;

import org.jspecify.annotations.NullMarked;
