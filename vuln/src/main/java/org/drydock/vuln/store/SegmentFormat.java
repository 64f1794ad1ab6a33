package org.drydock.vuln.store;

/**
 * A segment: everything one source says, sorted by key, in one file that never changes.
 *
 * <pre>
 * header   magic, version, 0                                                   16 bytes
 * blocks   each the raw Deflate of entries: shared key bytes, own key bytes,
 *          value bytes (numbers in seven-bit groups), key, value
 * table    a row for each block: offset 8, packed 4, unpacked 4, CRC32C 4,
 *          end of its first key in the next part 4                             24 bytes each
 * keys     the first keys of the blocks
 * filter   a Bloom filter over all keys
 * summary  what the source is
 * footer   offset of the table 8, blocks 4, key bytes 4, filter bytes 4,
 *          summary bytes 4, file bytes 8, 0, CRC32C 4, magic                   48 bytes
 * </pre>
 *
 * Fixed numbers are big-endian. The footer's checksum is over header, table to summary, and the footer before it; so
 * every byte of the file is under a checksum that is looked at before the byte is used.
 */
final class SegmentFormat {
    static final long MAGIC = 0x4452_5944_4b53_4547L;
    static final int VERSION = 2;
    static final int HEADER_BYTES = 16;
    static final int ROW_BYTES = 24;
    static final int FOOTER_BYTES = 48;
    static final int CHECKED_FOOTER_BYTES = 36;

    /** A block is closed when it holds so much, so it holds more only with a single large value. */
    static final int BLOCK_BYTES = 8 << 10;

    /** The most that Deflate can shrink: a block that claims more is damaged. */
    static final int MAX_DEFLATE_RATIO = 1032;

    private SegmentFormat() {}
}
