package org.drydock.vuln.store;

/**
 * A segment: what one source says, all of it or of one namespace, sorted by key, in one file that never changes.
 *
 * <pre>
 * header   magic, version, 0                                                   16 bytes
 * blocks   each the raw Deflate of its facts, then, if it has versions, the raw
 *          Deflate of how they are written
 * table    a row for each block: facts packed 4, facts unpacked 4,
 *          written packed 4, written unpacked 4, CRC32C of either packed 4 + 4,
 *          length of its first key 4                                           28 bytes each
 * keys     the first keys of the blocks
 * filter   a Bloom filter over all subjects
 * summary  what the source is, what the segment holds
 * footer   blocks 4, key bytes 4, filter bytes 4, summary bytes 4,
 *          file bytes 8, CRC32C 4, magic                                       36 bytes
 *
 * facts    count, texts; count, keys of versions; count, entries
 * entry    shared key bytes, own key bytes, value bytes, key, value
 * written  the texts of the versions, in the order of their keys
 * </pre>
 *
 * Fixed numbers are big-endian, others in seven-bit groups. The footer's checksum is over header, table to summary, and
 * the footer before it; so every byte of the file is under a checksum that is looked at before the byte is used.
 *
 * <p>Versions are kept as the {@linkplain org.drydock.vuln.version.VersionKey keys} that order them, so a range is tested
 * by comparing bytes. How they were written is unpacked for what is reported only.
 *
 * <p><b>A small change of the records is a small change of the file.</b> A block ends behind an entry that says so by a
 * hash of its key and its length, whatever stands elsewhere; pools belong to one block; nothing states an offset in the
 * file, which is the sum of the lengths before. So a record more, less or changed changes the blocks that hold its
 * entries, their rows, its lines of the filter, the summary and the footer, and all else keeps its bytes, though it may
 * move. A transport that cuts files where their content says so finds what is unchanged.
 */
final class SegmentFormat {
    static final long MAGIC = 0x4452_5944_4b53_4547L;
    static final int VERSION = 3;
    static final int HEADER_BYTES = 16;
    static final int ROW_BYTES = 28;
    static final int FOOTER_BYTES = 36;
    static final int CHECKED_FOOTER_BYTES = 24;

    /** What a block weighs on average. */
    static final int BLOCK_WEIGHT = 8 << 10;
    /** No block ends below this, unless the kind of entry does. */
    static final int LEAST_BLOCK_WEIGHT = BLOCK_WEIGHT / 4;
    /** A block that weighs so much ends in any case. */
    static final int MOST_BLOCK_WEIGHT = BLOCK_WEIGHT * 4;

    /** The most that Deflate can shrink: a block that claims more is damaged. */
    static final int MAX_DEFLATE_RATIO = 1032;

    private SegmentFormat() {}

    /** Whether an entry says that a block ends behind it; the heavier it is, the more often. */
    static boolean endsBlock(byte[] key, int weight) {
        return Long.remainderUnsigned(KeyFilter.hash(key), BLOCK_WEIGHT) < weight;
    }
}
