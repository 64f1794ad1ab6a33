package org.drydock.core;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where something was seen.
 *
 * @param path the file, with {@code !/} before each path inside an archive, for example
 *     {@code /app/a.war!/WEB-INF/lib/b.jar}
 * @param layer the layer that brought it, null where there are no layers
 * @param line the line in the file, counted from 1; 0 where a line means nothing
 */
public record Location(String path, @Nullable LayerOrigin layer, int line) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::path)
            .thenComparingInt(l -> l.layer == null ? -1 : l.layer.index())
            .thenComparingInt(Location::line);

    /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location that
                && path.equals(that.path)
                && line == that.line
                && Objects.equals(layer, that.layer);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + line;
    }

    public Location(String path, @Nullable LayerOrigin layer) {
        this(path, layer, 0);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }
}
