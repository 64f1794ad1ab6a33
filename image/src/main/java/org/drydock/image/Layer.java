package org.drydock.image;

import org.drydock.core.Digest;
import org.drydock.core.LayerOrigin;
import org.jspecify.annotations.Nullable;

/**
 * One layer of an image.
 *
 * @param origin its place, the digest of its uncompressed content, and the instruction that made it
 * @param digest of the blob as it is stored; null if the source states none (docker-archive)
 * @param mediaType as stated, empty if not
 * @param size of the blob in bytes, -1 if not stated
 * @param blob the blob itself
 */
public record Layer(LayerOrigin origin, @Nullable Digest digest, String mediaType, long size, LayerBlob blob) {}
