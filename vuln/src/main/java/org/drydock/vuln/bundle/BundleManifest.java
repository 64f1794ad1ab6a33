package org.drydock.vuln.bundle;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drydock.core.Digest;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonWriter;
import org.drydock.vuln.store.StoreSegments;

/**
 * What a bundle consists of. Its bytes are what is signed, and it states the digest of everything else.
 *
 * @param name of the series of bundles, of which a later one replaces an earlier one
 * @param sequence grows from one bundle of a series to the next
 * @param created when it was made
 * @param wholeSources the sources of which it has all: what else there is of these is out of date, sorted
 * @param segments sorted as the store lists them
 */
public record BundleManifest(
        String name, long sequence, Instant created, List<String> wholeSources, List<Segment> segments) {
    private static final String FORMAT = "drydock-bundle/1";
    private static final int MAX_SEGMENTS = 50_000;
    private static final int MAX_CHUNKS = 2_000_000;

    public BundleManifest {
        wholeSources = List.copyOf(wholeSources);
        segments = List.copyOf(segments);
    }

    /**
     * A segment of a store.
     *
     * @param source which it is of, with {@code namespaces} its place in a store
     * @param date the newest date in its data, {@code YYYY-MM-DD}; empty if it states none
     * @param checked when it was last held against its publisher's, ISO 8601; empty if that is not known
     * @param bytes of its file, which its chunks make up
     * @param sha256 of its file
     */
    public record Segment(
            String source,
            List<String> namespaces,
            long records,
            String date,
            String checked,
            long bytes,
            Digest sha256,
            List<Chunk> chunks) {
        public Segment {
            namespaces = List.copyOf(namespaces);
            chunks = List.copyOf(chunks);
        }

        /** The name of its file in a store. */
        String file() {
            return StoreSegments.fileName(source, namespaces, sha256);
        }
    }

    /**
     * A piece of a segment's file, as it lies in the bundle. What is in it is compressed already.
     *
     * @param sha256 of the piece
     * @param bytes of the piece
     */
    public record Chunk(Digest sha256, int bytes) {}

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.compact(bytes)) {
            out.object()
                    .member("format", FORMAT)
                    .member("name", name)
                    .member("sequence", sequence)
                    .member("created", created.toString())
                    .strings("wholeSources", wholeSources)
                    .array("segments");
            segments.forEach(segment -> write(segment, out));
            out.endArray().endObject();
        }
        return bytes.toByteArray();
    }

    private static void write(Segment segment, JsonWriter out) {
        out.object()
                .member("source", segment.source)
                .strings("namespaces", segment.namespaces)
                .member("records", segment.records)
                .member("date", segment.date)
                .member("checked", segment.checked)
                .member("bytes", segment.bytes)
                .member("sha256", segment.sha256.hex())
                .array("chunks");
        for (Chunk chunk : segment.chunks) {
            out.object()
                    .member("sha256", chunk.sha256.hex())
                    .member("bytes", chunk.bytes)
                    .endObject();
        }
        out.endArray().endObject();
    }

    /**
     * Reads a manifest.
     *
     * @param place names the bundle in errors
     * @throws BundleException if it is none, or does not agree with itself
     */
    static BundleManifest read(byte[] bytes, String place) {
        try {
            JsonValue json = JsonReader.read(bytes, place + ": manifest");
            if (!json.get("format").text("").equals(FORMAT)) {
                throw new BundleException(place + ": manifest: its format is not " + FORMAT);
            }
            String name = json.get("name").text("");
            long sequence = json.get("sequence").number(-1);
            if (!isName(name) || sequence < 0) {
                throw new BundleException(place + ": manifest: it has no usable name and sequence");
            }
            List<Segment> segments = new ArrayList<>();
            Set<String> files = new HashSet<>();
            long chunks = 0;
            for (JsonValue element : json.get("segments").elements()) {
                Segment segment = segment(element, place);
                chunks += segment.chunks.size();
                segments.add(segment);
                if (segments.size() > MAX_SEGMENTS || chunks > MAX_CHUNKS || !files.add(segment.file())) {
                    throw new BundleException(place + ": manifest: too many segments, or one of them twice");
                }
            }
            return new BundleManifest(
                    name,
                    sequence,
                    Instant.parse(json.get("created").text("")),
                    texts(json.get("wholeSources")),
                    segments);
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            throw new BundleException(place + ": manifest: malformed: " + e.getMessage(), e);
        }
    }

    /** Whether a text can name a series of bundles. */
    static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9._-]{0,63}");
    }

    private static Segment segment(JsonValue json, String place) {
        String source = json.get("source").text("");
        if (source.isEmpty()) {
            throw new BundleException(place + ": manifest: a segment has no source");
        }
        List<Chunk> chunks = new ArrayList<>();
        long bytes = 0;
        for (JsonValue element : json.get("chunks").elements()) {
            Chunk chunk = new Chunk(digest(element.get("sha256")), size(element.get("bytes")));
            bytes += chunk.bytes;
            chunks.add(chunk);
        }
        if (bytes != json.get("bytes").number(-1)) {
            throw new BundleException(
                    place + ": manifest: the chunks of a segment of " + source + " do not add up to it");
        }
        return new Segment(
                source,
                texts(json.get("namespaces")),
                json.get("records").number(0),
                json.get("date").text(""),
                json.get("checked").text(""),
                bytes,
                digest(json.get("sha256")),
                chunks);
    }

    private static List<String> texts(JsonValue array) {
        return array.elements().stream().map(text -> text.text("")).toList();
    }

    private static Digest digest(JsonValue hex) {
        return new Digest("sha256", hex.text(""));
    }

    private static int size(JsonValue number) {
        long size = number.number(-1);
        if (size <= 0 || size > Chunker.MAX) {
            throw new IllegalArgumentException("a chunk of " + size + " bytes");
        }
        return (int) size;
    }
}
