/**
 * The words every room speaks. Nothing here knows how evidence is read or how a verdict is reached; it only says what
 * both look like.
 */
@NullMarked
package org.drydock.core;

import org.jspecify.annotations.NullMarked;
