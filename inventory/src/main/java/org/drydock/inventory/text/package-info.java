/** What readers of line-based package databases share. */
@NullMarked
package org.drydock.inventory.text;

import org.jspecify.annotations.NullMarked;
