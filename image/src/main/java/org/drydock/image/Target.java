package org.drydock.image;

/** What a user asked to examine, opened. */
public sealed interface Target extends AutoCloseable permits Image, FileTree, PackageListing {
    /** As the user wrote it. */
    String reference();

    @Override
    void close();
}
