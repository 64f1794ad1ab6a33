/** Builders of layers, images and archives for tests, honest and hostile ones. */
@NullMarked
package org.drydock.testkit;

import org.jspecify.annotations.NullMarked;
