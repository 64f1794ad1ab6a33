package org.drydock.image.tar;

/**
 * The header of one entry, with all extensions applied.
 *
 * @param name as written; may be absolute or climb
 * @param type the type flag, {@code '0'} for regular files whatever the format
 * @param size the content's logical size in bytes, holes included
 * @param mode permission bits
 * @param linkName target of a link, empty otherwise
 * @param sparse where the stored bytes belong in the content; {@link SparseMap#NONE} for a plain file
 */
public record TarEntry(String name, char type, long size, int mode, String linkName, SparseMap sparse) {
    public static final char FILE = '0';
    public static final char HARDLINK = '1';
    public static final char SYMLINK = '2';
    public static final char DIRECTORY = '5';
}
