package org.drydock.image;

import org.drydock.core.ImagePath;

/**
 * One entry of a layer or a directory, as the walk meets it.
 *
 * @param size the content's logical size in bytes, holes of sparse files included; 0 for all but files
 * @param linkTarget as written, empty for all but links
 */
public record FileEntry(ImagePath path, EntryType type, long size, String linkTarget) {}
