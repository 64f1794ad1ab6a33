package org.drydock.report.openvex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Digest;
import org.drydock.core.Finding;
import org.drydock.core.Purl;
import org.drydock.core.Subject.FileSubject;
import org.drydock.core.Subject.ImageSubject;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.json.JsonWriter;
import org.drydock.report.ImageConfig;
import org.drydock.report.JsonOutput;
import org.drydock.report.PackageIndex;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes the exceptions that set findings of a report aside as an OpenVEX document. One with a justification becomes
 * {@code not_affected}; any other says nothing of whether the product is affected, so it becomes {@code affected} with the
 * reason as the action. What others have stated by VEX is not stated again. The id is a hash of the statements and of who
 * makes them.
 *
 * @see <a href="https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md">OpenVEX 0.2.0</a>
 */
public final class OpenVexWriter {
    private final String author;
    private final Instant time;

    /**
     * @param author who makes the statements
     * @param time when
     */
    public OpenVexWriter(String author, Instant time) {
        this.author = author;
        this.time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is said of a vulnerability. */
    private record Statement(
            String rule, List<String> aliases, String status, String justification, String action, String impact)
            implements Comparable<Statement> {
        static Statement of(Finding finding, Suppression why) {
            List<String> aliases = switch (finding.detail()) {
                case VulnerabilityDetail detail ->
                    detail.ids().stream()
                            .filter(id -> !id.equals(finding.rule()))
                            .distinct()
                            .toList();
            };
            return why.justification().isEmpty()
                    ? new Statement(finding.rule(), aliases, "affected", "", action(why), "")
                    : new Statement(finding.rule(), aliases, "not_affected", why.justification(), "", why.reason());
        }

        private static String action(Suppression why) {
            return "Accepted" + (why.expires().isEmpty() ? "" : " until " + why.expires())
                    + (why.owner().isEmpty() ? "" : " by " + why.owner())
                    + (why.reason().isEmpty() ? "" : ": " + why.reason());
        }

        @Override
        public int compareTo(Statement other) {
            return Stream.of(rule, status, justification, action, impact, String.join("\n", aliases))
                    .collect(java.util.stream.Collectors.joining("\0"))
                    .compareTo(Stream.of(
                                    other.rule,
                                    other.status,
                                    other.justification,
                                    other.action,
                                    other.impact,
                                    String.join("\n", other.aliases))
                            .collect(java.util.stream.Collectors.joining("\0")));
        }
    }

    /** Whether there is anything to state; a document without statements is not valid. */
    public static boolean hasStatements(ScanReport report) {
        return !statements(report).isEmpty();
    }

    /**
     * Writes the document.
     *
     * @param out flushed, not closed
     * @throws IOException if the target fails
     */
    public void write(ScanReport report, OutputStream out) throws IOException {
        ByteArrayOutputStream statements = new ByteArrayOutputStream();
        JsonOutput.write(statements, json -> {
            json.object().member("author", author);
            statements(report, json);
            json.endObject();
        });
        String id = HexFormat.of()
                .formatHex(PackageIndex.sha256(statements.toString(java.nio.charset.StandardCharsets.UTF_8)));
        JsonOutput.write(out, json -> {
            json.object().member("@context", "https://openvex.dev/ns/v0.2.0");
            json.member("@id", "https://openvex.dev/docs/public/vex-" + id);
            json.member("author", author).member("timestamp", time.toString());
            json.member("version", 1).member("tooling", "drydock " + report.toolVersion());
            statements(report, json);
            json.endObject();
        });
    }

    private static Map<Statement, Collection<Purl>> statements(ScanReport report) {
        Map<Statement, Collection<Purl>> statements = new TreeMap<>();
        for (SuppressedFinding suppressed : report.suppressed()) {
            Purl purl = switch (suppressed.finding().subject()) {
                case PackageSubject about -> about.purl();
                case ImageSubject _, FileSubject _ -> null;
            };
            if (purl != null && suppressed.suppression().kind() != Suppression.Kind.VEX) {
                statements
                        .computeIfAbsent(
                                Statement.of(suppressed.finding(), suppressed.suppression()), _ -> new TreeSet<>())
                        .add(purl);
            }
        }
        return statements;
    }

    private static void statements(ScanReport report, JsonWriter json) {
        json.array("statements");
        statements(report).forEach((statement, packages) -> {
            json.object().object("vulnerability").member("name", statement.rule());
            json.stringsIfPresent("aliases", statement.aliases()).endObject();
            products(report.target().image(), packages, json);
            json.member("status", statement.status());
            json.memberIfPresent("justification", statement.justification());
            json.memberIfPresent("action_statement", statement.action());
            json.memberIfPresent("status_notes", statement.impact());
            json.endObject();
        });
        json.endArray();
    }

    private static void products(@Nullable ImageFacts image, Collection<Purl> packages, JsonWriter json) {
        json.array("products");
        if (image == null) {
            packages.forEach(
                    purl -> json.object().member("@id", purl.toString()).endObject());
        } else {
            json.object();
            image(image, json);
            json.array("subcomponents");
            packages.forEach(
                    purl -> json.object().member("@id", purl.toString()).endObject());
            json.endArray().endObject();
        }
        json.endArray();
    }

    /** An image with a name by its package URL, another by its digest. */
    private static void image(ImageFacts image, JsonWriter json) {
        Digest digest = image.manifestDigest();
        if (image.tags().isEmpty()) {
            json.object("hashes")
                    .member("sha-256", (digest == null ? image.configDigest() : digest).hex())
                    .endObject();
            return;
        }
        String name = image.tags().getFirst();
        String repository = ImageConfig.repository(name).toLowerCase(Locale.ROOT);
        Map<String, String> qualifiers = new TreeMap<>();
        if (repository.contains("/")) {
            qualifiers.put("repository_url", repository);
        }
        if (name.length() > repository.length() && name.charAt(repository.length()) == ':') {
            qualifiers.put("tag", name.substring(repository.length() + 1));
        }
        String last = repository.substring(repository.lastIndexOf('/') + 1);
        json.member("@id", new Purl("oci", "", last, digest == null ? "" : digest.toString(), qualifiers).toString());
    }
}
