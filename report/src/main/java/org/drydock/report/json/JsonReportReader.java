package org.drydock.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.drydock.core.Comparison;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.DrydockException;
import org.drydock.core.Severity;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Inventory.Coverage;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.drydock.report.ScanReport.Target;
import org.jspecify.annotations.Nullable;

/**
 * Reads Drydock's own report in JSON again, as {@link JsonReportWriter} writes it. Counts are not read: they follow from
 * the rest. The image's configuration is not in the report.
 */
public final class JsonReportReader {
    private static final int MAX_BYTES = 512 << 20;
    private static final int BEGINNING = 256;

    private JsonReportReader() {}

    /** Whether a file begins as a report does. */
    public static boolean isReport(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING), java.nio.charset.StandardCharsets.UTF_8);
            return beginning.replaceAll("\\s", "").startsWith("{\"schemaVersion\":");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a report.
     *
     * @param name what to call it in messages
     * @throws DrydockException if it cannot be read, or is not a report of this major version
     */
    public static ScanReport read(Path file, String name) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DrydockException(name + ": larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, name);
            }
        } catch (IOException e) {
            throw new DrydockException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link #read(Path, String)}, from a stream, which the caller closes. */
    public static ScanReport read(InputStream text, String name) {
        JsonValue document = JsonReader.read(text, name);
        Member report = Member.of(document, name);
        String version = report.get("schemaVersion").text();
        if (!version.startsWith("1.")) {
            throw report.get("schemaVersion").wrong("version " + version + " is not known here; expected 1.x");
        }
        Target target = target(report.get("target"));
        PackageReader packages = new PackageReader(target.image());
        FindingReader findings = new FindingReader(packages);
        Member gate = report.get("gate");
        return new ScanReport(
                report.get("tool").get("version").text(),
                target,
                inventory(report, packages),
                report.get("findings").elements().stream()
                        .map(findings::finding)
                        .toList(),
                report.get("suppressed").elements().stream()
                        .map(findings::suppressed)
                        .toList(),
                comparison(report.get("comparison"), findings),
                report.get("detectors").texts(),
                report.get("data").elements().stream()
                        .map(JsonReportReader::data)
                        .toList(),
                gate.isAbsent() ? null : gate.get("failOn").word(Severity.class));
    }

    private static Target target(Member target) {
        Member image = target.get("image");
        return new Target(
                target.get("kind").text(),
                target.get("reference").text(),
                target.get("name").text(),
                image.isAbsent() ? null : image(image));
    }

    private static ImageFacts image(Member image) {
        Member base = image.get("base");
        return new ImageFacts(
                optionalDigest(image.get("manifestDigest")),
                digest(image.get("configDigest")),
                image.get("tags").texts(),
                image.get("platform").text(),
                image.get("created").optionalText(),
                image.get("layers").elements().stream()
                        .map(layer -> new LayerFacts(
                                layer.get("index").integer(),
                                digest(layer.get("diffId")),
                                optionalDigest(layer.get("digest")),
                                layer.get("mediaType").text(),
                                layer.get("size").number(),
                                layer.get("createdBy").optionalText()))
                        .toList(),
                "",
                base.isAbsent()
                        ? null
                        : new BaseImage(
                                base.get("name").text(),
                                base.get("layers").integer(),
                                base.get("evidence").text()));
    }

    private static @Nullable Digest optionalDigest(Member digest) {
        return digest.isAbsent() ? null : digest(digest);
    }

    private static Digest digest(Member digest) {
        try {
            return Digest.parse(digest.text());
        } catch (IllegalArgumentException e) {
            throw digest.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Inventory inventory(Member report, PackageReader packages) {
        Member coverage = report.get("coverage");
        return new Inventory(
                distro(report.get("distro")),
                report.get("packages").elements().stream()
                        .map(packages::installed)
                        .toList(),
                report.get("unidentified").elements().stream()
                        .map(packages::unidentified)
                        .toList(),
                diagnostics(report),
                new Coverage(
                        coverage.get("layers").integer(),
                        coverage.get("cachedLayers").integer(),
                        coverage.get("files").number(),
                        coverage.get("bytes").number(),
                        coverage.get("catalogedFiles").number()));
    }

    private static @Nullable Distro distro(Member distro) {
        return distro.isAbsent()
                ? null
                : new Distro(
                        distro.get("id").text(),
                        distro.get("idLike").texts(),
                        distro.get("versionId").text(),
                        distro.get("codename").text(),
                        distro.get("prettyName").text());
    }

    private static List<Diagnostic> diagnostics(Member report) {
        return report.get("diagnostics").elements().stream()
                .map(d -> new Diagnostic(
                        d.get("level").word(Diagnostic.Level.class),
                        d.get("code").text(),
                        d.get("place").text(),
                        d.get("message").text()))
                .toList();
    }

    private static @Nullable Comparison comparison(Member comparison, FindingReader findings) {
        return comparison.isAbsent()
                ? null
                : new Comparison(
                        comparison.get("baseline").text(),
                        Set.copyOf(comparison.get("new").texts()),
                        comparison.get("removed").elements().stream()
                                .map(findings::finding)
                                .toList(),
                        comparison.get("unchanged").integer());
    }

    private static DataSource data(Member data) {
        return new DataSource(
                data.get("source").text(),
                data.get("namespaces").texts(),
                data.get("date").optionalText(),
                data.get("records").number(),
                data.get("starter").isTrue());
    }
}
