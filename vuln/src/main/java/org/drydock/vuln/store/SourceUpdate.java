package org.drydock.vuln.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.store.SegmentWriter.OldBlock;
import org.jspecify.annotations.Nullable;

/**
 * A source anew out of its old segments and what changed since. The result is the same bytes that all its records would
 * give if they were gathered again; blocks in which nothing changed are taken over as they are.
 */
final class SourceUpdate implements EntryTarget.OfOld {
    private final List<Entry> added = new ArrayList<>();
    private final Set<String> replaced;
    private final EntryTarget.OfOld target;
    private int next;

    private SourceUpdate(Set<String> replaced, EntryTarget.OfOld target) {
        this.replaced = replaced;
        this.target = target;
    }

    /**
     * Passes on what the source is now.
     *
     * @param old all segments of the source
     * @param changed records that are new or not what they were, each whole
     * @param deleted the ids of records that are no more
     * @param builder for {@code changed}, empty
     */
    static void write(
            List<AdvisorySegment> old,
            List<Advisory> changed,
            Set<String> deleted,
            SegmentBuilder builder,
            EntryTarget.OfOld target)
            throws IOException {
        Set<String> replaced = new HashSet<>(deleted);
        for (Advisory advisory : changed) {
            replaced.add(advisory.id());
            builder.add(advisory);
        }
        SourceUpdate update = new SourceUpdate(replaced, target);
        SegmentBuilder.drain(List.of(builder), update.added::add);
        List<AdvisorySegment> ordered = old.stream()
                .sorted(Comparator.comparing(SourceUpdate::firstSubject, Arrays::compareUnsigned))
                .toList();
        for (AdvisorySegment segment : ordered) {
            segment.copy(entry -> !update.replaced.contains(entry.advisoryId()), update);
        }
        while (update.next < update.added.size()) {
            target.put(update.added.get(update.next++));
        }
    }

    /** An entry that stays; what is new goes before it. */
    @Override
    public void put(Entry entry, @Nullable OldBlock from) throws IOException {
        byte[] key = entry.key();
        while (next < added.size() && Arrays.compareUnsigned(added.get(next).key(), key) < 0) {
            target.put(added.get(next++));
        }
        target.put(entry, from);
    }

    /** The segment of the records comes before those of the namespaces. */
    private static byte[] firstSubject(AdvisorySegment segment) {
        List<String> namespaces = segment.status().namespaces();
        return namespaces.isEmpty() ? new byte[0] : Keys.prefix(Keys.STATEMENTS, namespaces.getFirst());
    }
}
