package org.drydock.vuln.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonWriter;

/** Which bundle of each series, by its name and key, was installed last: no earlier one is taken any more. */
final class InstalledBundles {
    private final Path folder;

    InstalledBundles(Path folder) {
        this.folder = folder;
    }

    /**
     * A bundle that was installed.
     *
     * @param config the digest of its manifest
     * @param files the names of its segments
     */
    record Installed(long sequence, String config, List<String> files) {
        Installed {
            files = List.copyOf(files);
        }
    }

    /**
     * The last one of a series.
     *
     * @throws BundleException if what is kept of it cannot be read: then it cannot be told whether one is older
     */
    Optional<Installed> last(String name, String key) {
        Path file = file(name, key);
        try {
            JsonValue json = JsonReader.read(Files.readAllBytes(file), file.toString());
            long sequence = json.get("sequence").number(-1);
            if (sequence < 0) {
                throw new BundleException(file + ": states no sequence; delete it to accept any bundle again");
            }
            List<String> files = json.get("files").elements().stream()
                    .map(element -> element.text(""))
                    .toList();
            return Optional.of(new Installed(sequence, json.get("config").text(""), files));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JsonException e) {
            throw new BundleException(
                    file + ": cannot be read: " + e.getMessage() + "; delete it to accept any bundle again", e);
        }
    }

    void put(String name, String key, Installed installed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.pretty(bytes)) {
            out.object()
                    .member("sequence", installed.sequence)
                    .member("config", installed.config)
                    .strings("files", installed.files)
                    .endObject();
        }
        Files.createDirectories(folder);
        Path aside = folder.resolve("installed.new");
        Files.write(aside, bytes.toByteArray());
        Files.move(aside, file(name, key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String name, String key) {
        return folder.resolve(name + "." + key + ".json");
    }
}
