/** Finds the feeds in files and folders and hands each document to the parser of its shape. */
@NullMarked
package org.drydock.vuln.feed.intake;

import org.jspecify.annotations.NullMarked;
