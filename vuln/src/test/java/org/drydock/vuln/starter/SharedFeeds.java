package org.drydock.vuln.starter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** The real feeds in {@code shared/advisories} beside the repository; tests that need them are skipped without. */
public final class SharedFeeds {
    private SharedFeeds() {}

    /** A file or folder below {@code shared/advisories}; skips the test if there is none. */
    public static Path require(String name) {
        Path found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("advisories").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(name));
        assumeTrue(Files.exists(found), "skipped: shared/advisories/" + name + " is not beside the repository");
        return found;
    }

    /** The OSV records of a zip that are not withdrawn. */
    public static List<JsonValue> osv(String zip) throws IOException {
        List<JsonValue> records = new ArrayList<>();
        try (ZipFile file = new ZipFile(require(zip).toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().endsWith(".json")) {
                    continue;
                }
                try (InputStream in = file.getInputStream(entry)) {
                    JsonValue record = JsonReader.read(in, entry.getName());
                    if (record.get("withdrawn").isNull()) {
                        records.add(record);
                    }
                }
            }
        }
        return records;
    }

    /** One JSON document, plain or with the suffix {@code .zst}. */
    public static JsonValue json(String name) throws IOException {
        try (InputStream file = Files.newInputStream(require(name));
                InputStream in = name.endsWith(".zst") ? new ZstdInputStream(file) : file) {
            return JsonReader.read(in, name);
        }
    }
}
