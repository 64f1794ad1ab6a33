package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Applicability;

/** Small feeds and records. */
final class Fixtures {
    private Fixtures() {}

    /** A record about versions below {@code fixed}; apostrophes need no escape. */
    static String osv(String id, String modified, String ecosystem, String name, String fixed) {
        return """
            {"id":"%s","modified":"%s","aliases":["CVE-%s"],"summary":"About %s","affected":[
            {"package":{"ecosystem":"%s","name":"%s"},
            "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"%s"}]}]}]}
            """.formatted(id, modified, id, name, ecosystem, name, fixed);
    }

    static String secdb(String release, String name, String fixed) {
        return """
            {"distroversion":"v%s","reponame":"main","packages":[
            {"pkg":{"name":"%s","secfixes":{"%s":["CVE-2020-1"]}}}]}
            """.formatted(release, name, fixed);
    }

    static Path write(Path file, String content) throws IOException {
        return Files.writeString(file, content);
    }

    /** A zip with an entry for each text. */
    static Path zip(Path file, List<String> documents) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < documents.size(); i++) {
                out.putNextEntry(new ZipEntry(i + ".json"));
                out.write(documents.get(i).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    /** An advisory with something in every member. */
    static Advisory full(String id, String namespace, String name) {
        return new Advisory(
                id,
                List.of(id + "-ALIAS", "CVE-2024-1"),
                List.of("CVE-2024-2", "CVE-2024-3"),
                "What is wrong with " + name,
                List.of(new Rating("cvss", "CVSS:3.1/AV:N"), new Rating("word", "high", "somebody")),
                List.of("https://example.org/1", "https://example.org/2"),
                "2024-01-02T03:04:05Z",
                "2024-02-03",
                List.of(
                        new Affected(
                                namespace,
                                name,
                                Status.AFFECTED,
                                List.of(
                                        new Affected.Range("0", "1.0", null),
                                        new Affected.Range("2.0", null, "2.5"),
                                        new Affected.Range("3.0", null, null),
                                        new Affected.Range("4.0", "4.5", null, true)),
                                List.of("0.9-odd", "1.0"),
                                "nodejs:18",
                                List.of(new Rating("word", "low")),
                                new Applicability("cpe:2.3:a:a:b", List.of("cpe:2.3:o:c:d"))),
                        new Affected(namespace, name, Status.NOT_AFFECTED, List.of(), List.of(), "", List.of()),
                        new Affected("other", "é\u4e2d", Status.WILL_NOT_FIX, List.of(), List.of(), null, List.of())),
                List.of("CWE-79"));
    }

    /** Writes advisories as a segment. */
    static Path segment(Path file, List<Advisory> advisories) throws IOException {
        SegmentBuilder builder = new SegmentBuilder(folder(file), 1 << 20);
        for (Advisory advisory : advisories) {
            builder.add(advisory);
        }
        SegmentBuilder.write(List.of(builder), "test", "osv", "fixture", file);
        return file;
    }

    static List<Advisory> many(int count) {
        List<Advisory> advisories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            advisories.add(full("TEST-" + i, "npm", "package-" + i % (count / 2 + 1)));
        }
        return advisories;
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        return parent;
    }
}
