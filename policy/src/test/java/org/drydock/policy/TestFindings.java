package org.drydock.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.drydock.core.Detail.SourceStatement;
import org.drydock.core.Detail.Threat;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Digest;
import org.drydock.core.Finding;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;

/** Findings for tests, changed part by part. */
public record TestFindings(
        List<String> ids,
        String type,
        String purl,
        List<String> paths,
        int layer,
        Severity severity,
        Status status,
        List<String> fixed,
        List<SourceStatement> sources) {
    /** Orders versions by their numbers; what is none cannot be compared. */
    public static final VersionOrder NUMBERS = (_, left, right) -> {
        try {
            return OptionalInt.of(Double.compare(Double.parseDouble(left), Double.parseDouble(right)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    };

    /** A day in 2026, no base image known. */
    public static final Circumstances NOW = new Circumstances(Instant.parse("2026-06-15T12:00:00Z"), NUMBERS, 0);

    /** A high one of an npm package, without a fix. */
    public static TestFindings of(String... ids) {
        return new TestFindings(
                List.of(ids),
                "npm",
                "pkg:npm/lodash@4.1",
                List.of("/app/node_modules/lodash/package.json"),
                2,
                Severity.HIGH,
                Status.AFFECTED,
                List.of(),
                List.of());
    }

    /** A medium one of a Debian package that a Debian record states for its source package. */
    public static TestFindings debian(String id) {
        return new TestFindings(
                List.of(id),
                "deb",
                "pkg:deb/debian/libssl3@3.0?arch=amd64&distro=debian-12",
                List.of("/var/lib/dpkg/status"),
                0,
                Severity.MEDIUM,
                Status.AFFECTED,
                List.of("3.1"),
                List.of(new SourceStatement(
                        id, "debian-tracker", "debian:12", "openssl", true, Status.AFFECTED, "< 3.1", "3.1")));
    }

    public TestFindings purl(String text) {
        return new TestFindings(ids, type, text, paths, layer, severity, status, fixed, sources);
    }

    public TestFindings type(String word) {
        return new TestFindings(ids, word, purl, paths, layer, severity, status, fixed, sources);
    }

    public TestFindings at(int index, String... places) {
        return new TestFindings(ids, type, purl, List.of(places), index, severity, status, fixed, sources);
    }

    public TestFindings status(Status of) {
        return new TestFindings(ids, type, purl, paths, layer, severity, of, fixed, sources);
    }

    public Finding build() {
        Purl parsed = Purl.parse(purl);
        List<Location> locations = new ArrayList<>();
        for (String path : paths) {
            locations.add(new Location(
                    path,
                    new LayerOrigin(
                            layer, new Digest("sha256", "%02x".formatted(layer).repeat(32)), "")));
        }
        return new Finding(
                "vulnerability",
                ids.getFirst(),
                severity,
                status,
                new PackageSubject(type, parsed.name(), parsed.version(), parsed, locations),
                List.of(),
                new VulnerabilityDetail(ids, fixed, List.of(), "", Threat.NONE, List.of(), sources, "", List.of(), ""));
    }
}
