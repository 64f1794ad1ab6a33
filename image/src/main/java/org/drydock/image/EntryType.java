package org.drydock.image;

/** What an entry of a layer or a directory is. */
public enum EntryType {
    FILE,
    DIRECTORY,
    SYMLINK,
    /** Another name for a file, most often one that came before in the same layer. */
    HARDLINK,
    /** A device, a pipe or a socket: there, but without content to examine. */
    OTHER
}
