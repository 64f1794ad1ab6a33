package org.drydock.policy.vex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.policy.PolicyException;

/** Reads VEX documents; the format, OpenVEX, CSAF or CycloneDX, is told by the content. */
public final class VexFiles {
    static final int MAX_BYTES = 64 << 20;

    private static final int MAX_FILES = 10_000;
    private static final int MAX_DEPTH = 8;

    private VexFiles() {}

    /**
     * Reads a document, or all {@code .json} files of a directory, in the order of their names. A file of a directory that
     * is no VEX document becomes a diagnostic.
     *
     * @param name what to call it in messages
     * @throws org.drydock.core.DrydockException if the file cannot be read or is no VEX document
     */
    public static VexStatements read(Path path, String name) {
        return Files.isDirectory(path) ? readDirectory(path, name) : readFile(path, name);
    }

    private static VexStatements readDirectory(Path directory, String name) {
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory, MAX_DEPTH)) {
            files = found.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .limit(MAX_FILES + 1)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new PolicyException(name + ": cannot be read: " + e.getMessage(), e);
        }
        if (files.size() > MAX_FILES) {
            throw new PolicyException(name + ": more than " + MAX_FILES + " files");
        }
        List<VexStatement> statements = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Path file : files) {
            String place = name + "/" + directory.relativize(file);
            try {
                VexStatements read = readFile(file, place);
                statements.addAll(read.statements());
                diagnostics.addAll(read.diagnostics());
            } catch (org.drydock.core.DrydockException e) {
                diagnostics.add(Diagnostic.warning(
                        "unreadable-vex-document", place, "passed over: " + String.valueOf(e.getMessage())));
            }
        }
        return new VexStatements(statements, diagnostics);
    }

    private static VexStatements readFile(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(MAX_BYTES + 1);
            if (text.length > MAX_BYTES) {
                throw new PolicyException(name + ": larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return read(text, name);
        } catch (IOException e) {
            throw new PolicyException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static VexStatements read(byte[] text, String name) {
        JsonValue document = JsonReader.read(text, name);
        StatementSink sink = new StatementSink(name);
        if (document.get("@context").text("").contains("openvex")) {
            new OpenVexReader(document, sink).read();
        } else if (!document.get("document").get("csaf_version").text("").isEmpty()) {
            new CsafReader(document, sink).read();
        } else if (document.get("bomFormat").text("").equals("CycloneDX")) {
            new CycloneDxReader(document, sink).read();
        } else {
            throw new PolicyException(name + ":1: not a VEX document: expected OpenVEX, CSAF or CycloneDX in JSON");
        }
        return sink.finish();
    }
}
