package org.drydock.image.daemon;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.saved.ArchiveBlobs;
import org.drydock.image.saved.DockerArchive;
import org.jspecify.annotations.Nullable;

/**
 * The archive that a daemon makes of an image: asked for when somebody needs a layer, and never when all are known. The
 * archive tells only at its end which layer is which, so it lies in a private file meanwhile.
 */
final class ExportedImage implements Closeable {
    private final String reference;
    private final String place;
    private final Export export;
    private final Limits limits;
    private @Nullable Image image;

    /** Asks the daemon for the archive. */
    @FunctionalInterface
    interface Export {
        InputStream open() throws IOException;
    }

    ExportedImage(String reference, String place, Export export, Limits limits) {
        this.reference = reference;
        this.place = place;
        this.export = export;
        this.limits = limits;
    }

    /** The image as the archive has it. */
    synchronized Image image() throws IOException {
        Image open = image;
        if (open == null) {
            try (InputStream in = export.open()) {
                open = DockerArchive.open(ArchiveBlobs.spooled(in, place, limits), reference, "", null, limits);
            }
            image = open;
        }
        return open;
    }

    InputStream layer(int index) throws IOException {
        return image().layers().get(index).blob().open();
    }

    @Override
    public synchronized void close() {
        if (image != null) {
            image.close();
            image = null;
        }
    }
}
