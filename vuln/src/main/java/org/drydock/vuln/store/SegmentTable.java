package org.drydock.vuln.store;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.drydock.vuln.store.ByteReader.MalformedException;

/**
 * A {@linkplain SegmentFormat segment} as a sorted table: finds the entries of a subject. The checksum of a block's part
 * is looked at before that is unpacked. Safe for many threads.
 */
final class SegmentTable {
    private final String name;
    private final SegmentBytes bytes;
    private final SegmentTail tail;
    private final BlockCache.Shelf shelf;

    /** @throws StoreException if it is no segment, of another version, cut or changed */
    SegmentTable(SegmentBytes bytes, String name, BlockCache cache) {
        this.name = name;
        this.bytes = bytes;
        this.tail = SegmentTail.read(bytes, name);
        this.shelf = cache.shelf(tail.blocks());
    }

    /** Is shown an entry of a block. */
    interface Visitor {
        void entry(Block block, int number) throws MalformedException;
    }

    SegmentSummary summary() {
        return tail.summary();
    }

    /**
     * Shows the entries of a subject, in order.
     *
     * @param subject as {@link Entry#subject}
     */
    void visit(byte[] subject, Visitor visitor) {
        visit(subject, KeyFilter.hash(subject), visitor);
    }

    /** @param hash {@link KeyFilter#hash} of the subject */
    void visit(byte[] subject, long hash, Visitor visitor) {
        if (!tail.mayHold(hash)) {
            return;
        }
        for (int number = Math.max(0, tail.blockOf(subject)); number < tail.blocks(); number++) {
            Block block = block(number);
            int at = block.ceiling(subject);
            int end = at;
            while (end < block.count() && Keys.isAbout(subject, block.key(end), 0, block.key(end).length)) {
                end++;
            }
            try {
                for (int i = at; i < end; i++) {
                    visitor.entry(block, i);
                }
            } catch (MalformedException e) {
                throw damaged(number, e);
            }
            if (end < block.count() || !tail.beginsWith(number + 1, subject)) {
                return;
            }
        }
    }

    /** Reads everything, past the cache, to see that it is whole. */
    void verify() {
        for (int number = 0; number < tail.blocks(); number++) {
            try {
                unpack(number).verify();
            } catch (MalformedException e) {
                throw damaged(number, e);
            }
        }
    }

    /** Passes on the entries that are to stay, each with the block that it stands in. */
    void copy(Predicate<Entry> stays, EntryTarget.OfOld target) throws IOException {
        for (int number = 0; number < tail.blocks(); number++) {
            Block block = unpack(number);
            Origin origin = new Origin(number, block.count());
            try {
                for (int i = 0; i < block.count(); i++) {
                    Entry entry = block.entry(i);
                    if (stays.test(entry)) {
                        target.put(entry, origin);
                    }
                }
            } catch (MalformedException e) {
                throw damaged(number, e);
            }
        }
    }

    /** The blocks as they lie in the file, and how many entries each has. */
    private final class Origin implements SegmentWriter.OldBlock {
        private final int number;
        private final int entries;

        Origin(int number, int entries) {
            this.number = number;
            this.entries = entries;
        }

        @Override
        public int entries() {
            return entries;
        }

        @Override
        public PackedBlock packed() {
            SegmentTail.Part facts = tail.facts(number);
            SegmentTail.Part written = tail.written(number);
            return new PackedBlock(
                    packedBytes(number, facts), facts.unpacked(), packedBytes(number, written), written.unpacked());
        }
    }

    private Block block(int number) {
        Block cached = shelf.get(number);
        if (cached != null) {
            return cached;
        }
        Block block = unpack(number);
        shelf.put(number, block);
        return block;
    }

    private Block unpack(int number) {
        try {
            return new Block(unpack(number, tail.facts(number)), versions -> written(number, versions));
        } catch (MalformedException e) {
            throw damaged(number, e);
        }
    }

    private String[] written(int number, int versions) {
        ByteReader in = new ByteReader(unpack(number, tail.written(number)));
        String[] texts = new String[versions];
        try {
            for (int i = 0; i < versions; i++) {
                texts[i] = in.text();
            }
        } catch (MalformedException e) {
            throw damaged(number, e);
        }
        return texts;
    }

    private byte[] packedBytes(int number, SegmentTail.Part part) {
        byte[] packed = bytes.read(part.offset(), part.packed())
                .orElseThrow(() -> new DamagedStoreException(name, "it is cut off"));
        if (PackedBlock.crc(packed) != part.crc()) {
            throw new DamagedStoreException(name, "block " + number + " does not match its checksum");
        }
        return packed;
    }

    private byte[] unpack(int number, SegmentTail.Part part) {
        byte[] packed = packedBytes(number, part);
        if (packed.length == 0) {
            return packed;
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] content = new byte[part.unpacked()];
            inflater.setInput(packed);
            int length = inflater.inflate(content);
            if (length != content.length || inflater.getRemaining() > 0) {
                throw new DamagedStoreException(name, "block " + number + " is not as long as it was");
            }
            return content;
        } catch (DataFormatException e) {
            throw new DamagedStoreException(name, "block " + number + " cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private DamagedStoreException damaged(int number, MalformedException cause) {
        return new DamagedStoreException(name, "block " + number + ": " + cause.getMessage());
    }
}
