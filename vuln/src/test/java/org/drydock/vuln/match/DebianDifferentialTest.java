package org.drydock.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Status;
import org.drydock.inventory.Package;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.testkit.SharedFolder;
import org.drydock.vuln.version.ExternalTool;
import org.drydock.vuln.version.RandomVersions.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every verdict about Debian packages against an evaluation of the tracker's own words by {@code dpkg
 * --compare-versions}: all source packages of the expected images, and each source package of the tracker in both
 * versions that its suites have, each with every issue that the tracker has of it.
 */
class DebianDifferentialTest {
    private static final String RELEASE = "bookworm";

    @TempDir
    private Path folder;

    private record Source(String name, String version) {}

    @Test
    void everyVerdictIsDpkgs() throws IOException {
        Path tracker = SharedFolder.find("advisories/debian-tracker.json.zst").orElse(null);
        assumeTrue(tracker != null, "skipped: there is no shared/advisories/debian-tracker.json.zst");
        JsonValue issues;
        try (InputStream in = new ZstdInputStream(Files.newInputStream(tracker))) {
            issues = JsonReader.read(in, "tracker");
        }
        Set<Source> sources = sources(issues);
        Map<Pair, Boolean> earlier = askDpkg(sources, issues);

        List<Package> packages = new ArrayList<>();
        sources.forEach(
                source -> packages.add(Installed.deb(binary(source), source.version, source.name, source.version)));
        Verdicts verdicts =
                Verdicts.of(List.of(tracker), folder, Installed.in(Installed.DEBIAN, packages.toArray(Package[]::new)));

        List<String> wrong = new ArrayList<>();
        Map<Status, Integer> compared = new TreeMap<>();
        for (Source source : sources) {
            issues.get(source.name).members().forEach((id, issue) -> {
                JsonValue state = issue.get("releases").get(RELEASE);
                if (!state.isNull()) {
                    Status expected = expected(source, state, earlier);
                    List<Status> actual = verdicts.of(binary(source), source.version, id);
                    compared.merge(expected, 1, Integer::sum);
                    if (!actual.equals(List.of(expected))) {
                        wrong.add(source + " " + id + ": dpkg says " + expected + ", we " + actual);
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).containsKeys(Status.AFFECTED, Status.FIXED);
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(40_000);
    }

    private static String binary(Source source) {
        return source.name + "-bin";
    }

    private static Status expected(Source source, JsonValue state, Map<Pair, Boolean> earlier) {
        String fixed = state.get("fixed_version").text("");
        return switch (state.get("status").text("")) {
            case "resolved" ->
                fixed.equals("0")
                        ? Status.NOT_AFFECTED
                        : earlier.getOrDefault(new Pair(source.version, fixed), false) ? Status.AFFECTED : Status.FIXED;
            case "open" -> Status.AFFECTED;
            case "undetermined" -> Status.UNDER_INVESTIGATION;
            default -> Status.UNKNOWN;
        };
    }

    private static Set<Source> sources(JsonValue issues) throws IOException {
        Set<Source> sources = new LinkedHashSet<>();
        for (String image : List.of("debian12-web", "debian12-minimal", "debian12-distroless")) {
            Path expected = SharedFolder.find("images/expected/" + image + ".packages.json")
                    .orElse(null);
            if (expected != null) {
                JsonReader.read(Files.readAllBytes(expected), image)
                        .get("packages")
                        .elements()
                        .forEach(p -> {
                            JsonValue source = p.get("source");
                            if (p.get("type").text("").equals("deb")) {
                                sources.add(new Source(
                                        source.get("name").text(p.get("name").text("")),
                                        source.get("version")
                                                .text(p.get("version").text(""))));
                            }
                        });
            }
        }
        issues.members().forEach((name, ofPackage) -> {
            Set<String> versions = new TreeSet<>();
            ofPackage
                    .members()
                    .values()
                    .forEach(issue -> issue.get("releases")
                            .get(RELEASE)
                            .get("repositories")
                            .members()
                            .values()
                            .forEach(version -> versions.add(version.text(""))));
            versions.remove("");
            versions.forEach(version -> sources.add(new Source(name, version)));
        });
        return sources;
    }

    /** Whether the first version of a pair is earlier than the second, as dpkg says. */
    private static Map<Pair, Boolean> askDpkg(Set<Source> sources, JsonValue issues) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Source source : sources) {
            issues.get(source.name).members().values().forEach(issue -> {
                String fixed =
                        issue.get("releases").get(RELEASE).get("fixed_version").text("");
                if (!fixed.isEmpty() && !fixed.equals("0")) {
                    pairs.add(new Pair(source.version, fixed));
                }
            });
        }
        String script = """
            tab=$(printf '\\t'); dpkg --version > /dev/null || exit 3
            while IFS=$tab read -r a b; do
              if dpkg --compare-versions "$a" lt "$b"; then echo -1; else echo 0; fi
            done
            """;
        List<Pair> asked = List.copyOf(pairs);
        List<String> answers = new ExternalTool(List.of("sh", "-c", script)).compare(asked);
        assertThat(answers).hasSameSizeAs(asked);
        Map<Pair, Boolean> earlier = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            earlier.put(asked.get(i), answers.get(i).equals("-1"));
        }
        return earlier;
    }
}
