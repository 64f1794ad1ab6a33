package org.drydock.vuln.store;

import java.io.IOException;
import org.drydock.vuln.store.SegmentWriter.OldBlock;
import org.jspecify.annotations.Nullable;

/** Takes entries in ascending order of their keys, each key once. */
interface EntryTarget {
    void put(Entry entry) throws IOException;

    /** One that also takes what an older segment holds. */
    interface OfOld extends EntryTarget {
        /** @param from the block that the entry was read from, null if it is not to be taken over */
        void put(Entry entry, @Nullable OldBlock from) throws IOException;

        @Override
        default void put(Entry entry) throws IOException {
            put(entry, null);
        }
    }
}
