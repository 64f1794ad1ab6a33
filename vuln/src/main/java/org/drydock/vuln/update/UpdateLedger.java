package org.drydock.vuln.update;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonWriter;

/**
 * The file {@code ledger.json}: when each source in the store was last known to be what its publisher has, and which
 * sources came out of which fetched file.
 */
public final class UpdateLedger {
    private static final String FILE = "ledger.json";

    private final Path file;
    private final Map<String, Instant> checked = new TreeMap<>();
    private final Map<String, Imported> imported = new TreeMap<>();

    /**
     * A fetched file that the store took in.
     *
     * @param sha256 of the file
     * @param sources what came out of it
     */
    record Imported(String sha256, List<String> sources) {
        Imported {
            sources = List.copyOf(sources);
        }
    }

    private UpdateLedger(Path file) {
        this.file = file;
    }

    /** Reads it; one that cannot be read is begun anew: then nothing is known of any source's age. */
    public static UpdateLedger read(Path folder) {
        UpdateLedger ledger = new UpdateLedger(folder.resolve(FILE));
        try {
            String text = WholeFile.read(ledger.file);
            if (!text.isEmpty()) {
                ledger.fill(JsonReader.read(text.getBytes(StandardCharsets.UTF_8), ledger.file.toString()));
            }
        } catch (IOException | JsonException | DateTimeException e) {
            ledger.checked.clear();
            ledger.imported.clear();
        }
        return ledger;
    }

    /** When a source was last held against its publisher's; empty if that is not known. */
    public Optional<Instant> checked(String source) {
        return Optional.ofNullable(checked.get(source));
    }

    /** Notes that sources were what their publishers had at a time. */
    public void check(Collection<String> sources, Instant when) {
        sources.forEach(source -> checked.put(source, when));
    }

    /**
     * Notes that sources were given by hand, so that no fetched file stands for them any more.
     *
     * @param when they were what their publishers had; empty if that is not known
     */
    public void replaceByHand(Collection<String> sources, Optional<Instant> when) {
        sources.forEach(checked::remove);
        when.ifPresent(instant -> check(sources, instant));
        imported.values().removeIf(entry -> entry.sources.stream().anyMatch(sources::contains));
    }

    /** Forgets fetched files that are not there any more. */
    void forgetMissing() {
        imported.keySet().removeIf(place -> !Files.exists(file.resolveSibling(place)));
    }

    Optional<Imported> imported(String place) {
        return Optional.ofNullable(imported.get(place));
    }

    void imported(String place, Imported what) {
        imported.put(place, what);
    }

    /** Replaces the file. Only the holder of the folder's lock may. */
    public void write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.pretty(bytes)) {
            out.object().object("checked");
            checked.forEach((source, when) -> out.member(source, when.toString()));
            out.endObject().object("imported");
            imported.forEach((place, what) -> out.object(place)
                    .member("sha256", what.sha256)
                    .strings("sources", what.sources)
                    .endObject());
            out.endObject().endObject();
        }
        WholeFile.write(file, bytes.toString(StandardCharsets.UTF_8) + "\n");
    }

    private void fill(JsonValue json) {
        json.get("checked").members().forEach((source, when) -> checked.put(source, Instant.parse(when.text(""))));
        json.get("imported")
                .members()
                .forEach((place, what) -> imported.put(
                        place,
                        new Imported(
                                what.get("sha256").text(""),
                                what.get("sources").elements().stream()
                                        .map(source -> source.text(""))
                                        .toList())));
    }
}
