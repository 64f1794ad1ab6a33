package org.drydock.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.jspecify.annotations.Nullable;

/**
 * An opened image: its configuration is read and verified, its layers are not read yet.
 *
 * @param reference as the user wrote it
 * @param manifestDigest null if the source has no manifest (docker-archive)
 * @param configDigest the image's id
 * @param tags names it goes by in the source, sorted
 * @param created as the configuration states it, empty if not
 * @param layers base first
 * @param config the configuration's bytes as text
 * @param diagnostics what the report must say of the image beyond its layers, sorted
 * @param source what the layers' blobs are read from; closed with the image
 */
public record Image(
        String reference,
        @Nullable Digest manifestDigest,
        Digest configDigest,
        List<String> tags,
        Platform platform,
        String created,
        List<Layer> layers,
        String config,
        List<Diagnostic> diagnostics,
        Closeable source)
        implements Target {
    public Image {
        tags = List.copyOf(tags);
        layers = List.copyOf(layers);
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
