package org.drydock.vuln.store;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Unpacked blocks that were asked for lately, of all segments of a store. Neighbouring names lie in one block. Readers
 * take no lock; a block that was not asked for between two rounds of the clock goes first.
 */
final class BlockCache {
    private static final long DEFAULT_WEIGHT =
            Math.min(96L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final long maxWeight;
    private final ArrayDeque<Slot> clock = new ArrayDeque<>();
    private long weight;

    BlockCache() {
        this(DEFAULT_WEIGHT);
    }

    /** @param maxWeight in bytes of memory, about */
    BlockCache(long maxWeight) {
        this.maxWeight = maxWeight;
    }

    /** The blocks of one segment that are in memory. */
    final class Shelf {
        private final AtomicReferenceArray<@Nullable Slot> slots;

        private Shelf(int blocks) {
            slots = new AtomicReferenceArray<>(blocks);
        }

        @Nullable
        Block get(int number) {
            Slot slot = slots.get(number);
            if (slot == null) {
                return null;
            }
            slot.used = true;
            return slot.block;
        }

        void put(int number, Block block) {
            long own = block.weight();
            if (own <= maxWeight / 4) {
                Slot slot = new Slot(this, number, block, own);
                if (slots.compareAndSet(number, null, slot)) {
                    added(slot);
                }
            }
        }
    }

    Shelf shelf(int blocks) {
        return new Shelf(blocks);
    }

    private synchronized void added(Slot slot) {
        clock.add(slot);
        weight += slot.weight;
        while (weight > maxWeight) {
            Slot oldest = clock.remove();
            if (oldest.used) {
                oldest.used = false;
                clock.add(oldest);
            } else {
                oldest.shelf.slots.set(oldest.number, null);
                weight -= oldest.weight;
            }
        }
    }

    private static final class Slot {
        private final Shelf shelf;
        private final int number;
        private final Block block;
        private final long weight;
        private volatile boolean used;

        Slot(Shelf shelf, int number, Block block, long weight) {
            this.shelf = shelf;
            this.number = number;
            this.block = block;
            this.weight = weight;
        }
    }
}
