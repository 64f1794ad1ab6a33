package org.drydock.vuln.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.drydock.vuln.store.ByteReader.MalformedException;

/**
 * A {@linkplain SegmentFormat segment} as a sorted table: finds the value of a key. A block's checksum is looked at
 * before it is unpacked. Safe for many threads.
 */
final class SegmentTable {
    private final String name;
    private final SegmentBytes bytes;
    private final SegmentTail tail;
    private final BlockCache cache;
    private final int cacheNumber;

    /** @throws StoreException if it is no segment, of another version, cut or changed */
    SegmentTable(SegmentBytes bytes, String name, BlockCache cache) {
        this.name = name;
        this.bytes = bytes;
        this.cache = cache;
        this.cacheNumber = cache.segment();
        this.tail = SegmentTail.read(bytes, name);
    }

    SegmentSummary summary() {
        return tail.summary();
    }

    /** The value of a key, empty if there is no such key. */
    Optional<ByteReader> value(byte[] key) {
        int block = tail.mayHold(key) ? tail.blockOf(key) : -1;
        if (block < 0) {
            return Optional.empty();
        }
        try {
            return find(key, block(block));
        } catch (MalformedException e) {
            throw damaged("block " + block + ": " + e.getMessage());
        }
    }

    /** Unpacks every block, to see that all are whole. */
    void verify() {
        for (int block = 0; block < tail.blocks(); block++) {
            unpack(block);
        }
    }

    DamagedStoreException damaged(String what) {
        return new DamagedStoreException(name, what);
    }

    private static Optional<ByteReader> find(byte[] key, byte[] block) throws MalformedException {
        ByteReader in = new ByteReader(block);
        byte[] current = new byte[Math.max(64, 2 * key.length)];
        int length = 0;
        while (!in.atEnd()) {
            long shared = in.number();
            int own = in.count();
            int value = in.count();
            if (shared < 0 || shared > length) {
                throw new MalformedException("a key is incomplete");
            }
            length = (int) shared + own;
            current = length > current.length ? Arrays.copyOf(current, 2 * length) : current;
            int start = in.position();
            in.skip(own);
            System.arraycopy(block, start, current, (int) shared, own);
            int order = Arrays.compareUnsigned(current, 0, length, key, 0, key.length);
            start = in.position();
            in.skip(value);
            if (order == 0) {
                return Optional.of(new ByteReader(block, start, value));
            }
            if (order > 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private byte[] block(int number) {
        Optional<byte[]> cached = cache.get(cacheNumber, number);
        if (cached.isPresent()) {
            return cached.get();
        }
        byte[] content = unpack(number);
        cache.put(cacheNumber, number, content);
        return content;
    }

    private byte[] unpack(int number) {
        SegmentTail.Block block = tail.block(number);
        byte[] packed = bytes.read(block.offset(), block.packed()).orElseThrow(() -> damaged("it is cut off"));
        CRC32C crc = new CRC32C();
        crc.update(packed);
        if ((int) crc.getValue() != block.crc()) {
            throw damaged("block " + number + " does not match its checksum");
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] content = new byte[block.unpacked()];
            inflater.setInput(packed);
            int length = inflater.inflate(content);
            if (length != content.length || inflater.getRemaining() > 0) {
                throw damaged("block " + number + " is not as long as it was");
            }
            return content;
        } catch (DataFormatException e) {
            throw damaged("block " + number + " cannot be unpacked");
        } finally {
            inflater.end();
        }
    }
}
