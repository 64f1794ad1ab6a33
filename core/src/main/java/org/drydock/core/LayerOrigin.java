package org.drydock.core;

import org.jspecify.annotations.Nullable;

/**
 * The layer that brought a file, and the instruction that made the layer.
 *
 * @param index the layer's place in the image, the base being 0
 * @param diffId the digest of the layer's uncompressed content
 * @param createdBy the history's text for the layer, for example {@code RUN apt-get install -y nginx}; empty if the
 *     image has none
 */
public record LayerOrigin(int index, Digest diffId, String createdBy) {
    /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerOrigin that
                && index == that.index
                && diffId.equals(that.diffId)
                && createdBy.equals(that.createdBy);
    }

    @Override
    public int hashCode() {
        return index * 31 + diffId.hashCode();
    }
}
