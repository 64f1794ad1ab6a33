package org.drydock.inventory.document;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.drydock.core.Diagnostic.Level;
import org.drydock.core.DrydockException;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** Reads whole files as documents. What is too large or malformed becomes a diagnostic. */
public final class Documents {
    /** Several times the largest lock file seen, and few enough bytes that their values fit in memory. */
    public static final int MAX_BYTES = 32 << 20;

    private static final int MAX_TOML_BYTES = 8 << 20;

    private Documents() {}

    private interface Reading<T> {
        T read();
    }

    /** The JSON document that the file holds. */
    public static Optional<JsonValue> json(CandidateFile file, CatalogSink sink) {
        return read(
                file,
                MAX_BYTES,
                sink,
                () -> JsonReader.read(bytes(file), file.path().name()));
    }

    /** The YAML documents that the file holds; none if it cannot be read. */
    public static List<JsonValue> yaml(CandidateFile file, CatalogSink sink) {
        return read(file, MAX_BYTES, sink, () -> YamlReader.read(file.text())).orElse(List.of());
    }

    /** The TOML document that the file holds. */
    public static Optional<JsonValue> toml(CandidateFile file, CatalogSink sink) {
        return read(file, MAX_TOML_BYTES, sink, () -> TomlReader.read(file.text()));
    }

    /** The XML document that the file holds. */
    public static Optional<XmlReader.Element> xml(CandidateFile file, CatalogSink sink) {
        return read(file, MAX_BYTES, sink, () -> XmlReader.read(withoutMark(file.text())));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether the file is small enough to be held as text; a diagnostic if not. */
    public static boolean fits(CandidateFile file, int most, CatalogSink sink) {
        if (file.size() <= most) {
            return true;
        }
        sink.diagnostic(Level.NOT_EXAMINED, "file-too-large", "", "the file is larger than " + most + " bytes");
        return false;
    }

    /** Tells that the file is not what its name says. */
    public static void malformed(CatalogSink sink, String message) {
        sink.diagnostic(Level.NOT_EXAMINED, "malformed-package-list", "", message);
    }

    /** The file's bytes, copied. */
    public static byte[] bytes(CandidateFile file) {
        ByteBuffer content = file.content().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    private static <T> Optional<T> read(CandidateFile file, int most, CatalogSink sink, Reading<T> reading) {
        if (!fits(file, most, sink)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.read());
        } catch (DrydockException e) {
            malformed(sink, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
