package org.drydock.image.containerd;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bbolt database: a B+ tree of pages, in which values may be buckets, trees of their own. The file may belong to
 * a process that writes to it: a page that does not fit is a {@link BoltException}, and the reading may be begun anew.
 *
 * @see <a href="https://github.com/etcd-io/bbolt">bbolt</a>
 */
final class BoltFile implements Closeable {
    private static final int MAGIC = 0xED0CDAED;
    private static final int VERSION = 2;
    private static final int PAGE_HEADER = 16;
    private static final int ELEMENT = 16;
    private static final int BUCKET_HEADER = 16;
    private static final int META_LENGTH = 64;
    private static final int META_CHECKSUM_AT = 56;
    private static final int BRANCH = 1;
    private static final int LEAF = 2;
    private static final int BUCKET_FLAG = 1;
    private static final int MIN_PAGE = 512;
    private static final int MAX_PAGE = 1 << 16;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_PAGE_BYTES = 64 << 20;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final FileChannel file;
    private final int maxPages;
    private int pagesRead;
    private int pageSize;
    private long root;

    private BoltFile(FileChannel file, int maxPages) {
        this.file = file;
        this.maxPages = maxPages;
    }

    /** A tree of keys, which are bytes, here always of text. */
    interface Visitor {
        /** A key and its value; {@code bucket} is null for a plain value. False ends the visit. */
        boolean entry(String key, byte[] value, @Nullable Bucket bucket);
    }

    /** A tree inside the file: its root lies on a page, or inline if that is 0. */
    static final class Bucket {
        private final long page;
        private final byte[] inline;

        private Bucket(long page, byte[] inline) {
            this.page = page;
            this.inline = inline;
        }
    }

    /**
     * Opens a database.
     *
     * @param maxPages how many pages may be read before the file counts as hostile
     * @throws BoltException if it is none
     */
    static BoltFile open(Path path, int maxPages) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean done = false;
        try {
            BoltFile bolt = new BoltFile(channel, maxPages);
            bolt.readMeta();
            done = true;
            return bolt;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    Bucket root() {
        return new Bucket(root, new byte[0]);
    }

    /** The bucket called {@code name} in another one. */
    Optional<Bucket> bucket(Bucket in, String name) throws IOException {
        @Nullable Bucket[] found = new @Nullable Bucket[1];
        visit(in, (key, _, bucket) -> {
            if (key.equals(name)) {
                found[0] = bucket;
            }
            return !key.equals(name);
        });
        return Optional.ofNullable(found[0]);
    }

    /** The value called {@code name} in a bucket, as text. */
    Optional<String> text(Bucket in, String name) throws IOException {
        @Nullable String[] found = new @Nullable String[1];
        visit(in, (key, value, bucket) -> {
            if (key.equals(name) && bucket == null) {
                found[0] = new String(value, StandardCharsets.UTF_8);
            }
            return !key.equals(name);
        });
        return Optional.ofNullable(found[0]);
    }

    /** Shows all entries of a bucket, in the order of their keys. */
    void visit(Bucket bucket, Visitor visitor) throws IOException {
        if (bucket.page == 0) {
            visitPage(ByteBuffer.wrap(bucket.inline).order(ByteOrder.LITTLE_ENDIAN), 0, true, 0, visitor);
        } else {
            visitPage(page(bucket.page), bucket.page, false, 0, visitor);
        }
    }

    private boolean visitPage(ByteBuffer page, long id, boolean inline, int depth, Visitor visitor) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new BoltException("its pages lie more than " + MAX_DEPTH + " deep, or in a circle");
        }
        if (page.limit() < PAGE_HEADER) {
            throw new BoltException("a page is cut off");
        }
        int flags = page.getShort(8) & 0xffff;
        int count = page.getShort(10) & 0xffff;
        if ((!inline && page.getLong(0) != id) || PAGE_HEADER + (long) count * ELEMENT > page.limit()) {
            throw new BoltException("page " + id + " is not what it should be");
        }
        return switch (flags) {
            case LEAF -> visitLeaf(page, count, visitor);
            case BRANCH -> visitBranch(page, count, depth, visitor);
            default -> throw new BoltException("page " + id + " is of the unknown kind " + flags);
        };
    }

    private boolean visitBranch(ByteBuffer page, int count, int depth, Visitor visitor) throws IOException {
        for (int i = 0; i < count; i++) {
            long child = page.getLong(PAGE_HEADER + i * ELEMENT + 8);
            if (!visitPage(page(child), child, false, depth + 1, visitor)) {
                return false;
            }
        }
        return true;
    }

    private static boolean visitLeaf(ByteBuffer page, int count, Visitor visitor) throws BoltException {
        for (int i = 0; i < count; i++) {
            int at = PAGE_HEADER + i * ELEMENT;
            long keyAt = at + (page.getInt(at + 4) & 0xffffffffL);
            long keySize = page.getInt(at + 8) & 0xffffffffL;
            long valueSize = page.getInt(at + 12) & 0xffffffffL;
            if (keyAt + keySize + valueSize > page.limit()) {
                throw new BoltException("an entry reaches beyond its page");
            }
            String key = new String(bytes(page, keyAt, keySize), StandardCharsets.UTF_8);
            byte[] value = bytes(page, keyAt + keySize, valueSize);
            boolean isBucket = (page.getInt(at) & BUCKET_FLAG) != 0;
            if (!visitor.entry(key, value, isBucket ? bucketOf(value) : null)) {
                return false;
            }
        }
        return true;
    }

    private static Bucket bucketOf(byte[] value) throws BoltException {
        if (value.length < BUCKET_HEADER) {
            throw new BoltException("a bucket is cut off");
        }
        long page = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return new Bucket(page, page == 0 ? Arrays.copyOfRange(value, BUCKET_HEADER, value.length) : new byte[0]);
    }

    private static byte[] bytes(ByteBuffer page, long at, long size) {
        byte[] bytes = new byte[(int) size];
        page.get((int) at, bytes);
        return bytes;
    }

    /** A page with all that belongs to it. */
    private ByteBuffer page(long id) throws IOException {
        if (++pagesRead > maxPages) {
            throw new BoltException("more than " + maxPages + " pages would have to be read");
        }
        if (id < 2 || id > file.size() / pageSize) {
            throw new BoltException("it names page " + id + ", which it does not have");
        }
        ByteBuffer head = read(id * pageSize, PAGE_HEADER);
        long overflow = head.getInt(12) & 0xffffffffL;
        long length = (overflow + 1) * pageSize;
        if (length > MAX_PAGE_BYTES) {
            throw new BoltException("page " + id + " is larger than " + MAX_PAGE_BYTES + " bytes");
        }
        return read(id * pageSize, (int) length);
    }

    private ByteBuffer read(long at, int length) throws IOException {
        if (at < 0 || at + length > file.size()) {
            throw new BoltException("it is cut off");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new BoltException("it is cut off");
            }
        }
        return bytes.flip();
    }

    /** The newer of the two meta pages that is whole; the second one lies a page's size after the first. */
    private void readMeta() throws IOException {
        long newest = -1;
        for (long at = 0; at <= MAX_PAGE; at = at == 0 ? MIN_PAGE : at * 2) {
            if (at + PAGE_HEADER + META_LENGTH > file.size()) {
                break;
            }
            ByteBuffer meta = read(at + PAGE_HEADER, META_LENGTH);
            int size = meta.getInt(8);
            long transaction = meta.getLong(48);
            boolean whole = meta.getInt(0) == MAGIC
                    && meta.getInt(4) == VERSION
                    && size >= MIN_PAGE
                    && size <= MAX_PAGE
                    && (at == 0 || at == size)
                    && meta.getLong(META_CHECKSUM_AT) == fnv(bytes(meta, 0, META_CHECKSUM_AT), META_CHECKSUM_AT);
            if (whole && transaction > newest) {
                newest = transaction;
                pageSize = size;
                root = meta.getLong(16);
            }
        }
        if (newest < 0) {
            throw new BoltException("not a bbolt database, or a damaged one");
        }
    }

    static long fnv(byte[] bytes, int length) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
