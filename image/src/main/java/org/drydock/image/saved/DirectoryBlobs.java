package org.drydock.image.saved;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.drydock.core.ImagePath;

/** Files below a directory. */
public final class DirectoryBlobs implements BlobStore {
    private final Path directory;

    public DirectoryBlobs(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Long> size(String name) throws IOException {
        Path file = file(name);
        return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.newInputStream(file);
    }

    @Override
    public String place() {
        return directory.toString();
    }

    @Override
    public void close() {}

    private Path file(String name) throws NoSuchFileException {
        ImagePath path = ImagePath.parse(name).orElseThrow(() -> new NoSuchFileException(name));
        return directory.resolve(path.value());
    }
}
