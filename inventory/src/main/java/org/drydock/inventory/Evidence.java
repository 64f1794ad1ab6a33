package org.drydock.inventory;

/** What a file's mention of a package is worth. */
public enum Evidence {
    /** The package is there: its own metadata, a package database, or a program that it was built into tells so. */
    INSTALLED,
    /**
     * The package was asked for: a lock file or a manifest tells so. Images carry such files along without what they
     * name, so only a directory of sources is judged by them.
     */
    DECLARED
}
