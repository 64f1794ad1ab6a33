package org.drydock.image;

import java.nio.file.Path;

/**
 * Files that are no image: a directory, a single file or the running machine.
 *
 * @param root the directory or the file
 * @param host whether this is the root of the running machine, whose pseudo file systems and other mounts are left out
 */
public record FileTree(String reference, Path root, boolean host) implements Target {
    @Override
    public void close() {}
}
