package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.jspecify.annotations.Nullable;

/** A source, or a part of one, while its documents are read. */
final class Draft {
    private final SegmentBuilder builder;
    private final String format;
    private final @Nullable String statedName;
    private final OsvSourceName foundName = new OsvSourceName();
    private final TreeSet<String> origins = new TreeSet<>();
    private long withdrawn;
    private boolean broken;

    /**
     * @param memoryBytes how much is held in memory
     * @param statedName null if the records themselves tell what they are a set of
     */
    Draft(Path folder, long memoryBytes, String format, @Nullable String statedName) {
        this.builder = new SegmentBuilder(folder, memoryBytes);
        this.format = format;
        this.statedName = statedName;
    }

    void add(Advisory advisory) throws IOException {
        if (statedName == null) {
            foundName.add(advisory);
        }
        builder.add(advisory);
    }

    void add(KnownExploited entry) throws IOException {
        builder.add(entry);
    }

    void add(ExploitPrediction entry) throws IOException {
        builder.add(entry);
    }

    void add(EndOfLife entry) throws IOException {
        builder.add(entry);
    }

    void addOrigin(String origin) {
        origins.add(origin);
    }

    void countWithdrawn() {
        withdrawn++;
    }

    /** Only a part could be read, so it must not take the place of what was imported before. */
    void markBroken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** Whether it is known what this is a draft of; not so if all its records were taken back. */
    boolean isNamed() {
        return statedName != null || !foundName.isEmpty();
    }

    String name() {
        return statedName != null ? statedName : foundName.name(format);
    }

    SegmentBuilder builder() {
        return builder;
    }

    String format() {
        return format;
    }

    Set<String> origins() {
        return origins;
    }

    long withdrawn() {
        return withdrawn;
    }
}
