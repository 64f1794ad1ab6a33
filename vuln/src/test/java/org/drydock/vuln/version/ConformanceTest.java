package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drydock.testkit.SharedFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of the public tables that lie beside the project. */
class ConformanceTest {
    @ParameterizedTest
    @CsvSource({
        "alpine, apk",
        "debian, dpkg",
        "maven, maven",
        "nuget, nuget",
        "pypi, pep440",
        "rubygems, gem",
        "semver, semver"
    })
    void everyLineHolds(String table, String id) throws IOException {
        Optional<Path> folder = SharedFolder.find("conformance/versions");
        assumeTrue(folder.isPresent(), "shared/conformance/versions is not beside the project");
        VersionScheme scheme = VersionSchemes.byId(id).orElseThrow();
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        int circles = 0;
        for (Path file : files(folder.orElseThrow(), table)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("//") && !line.startsWith("#")) {
                    lines++;
                    if (id.equals("maven") && isCircle(line)) {
                        circles++;
                    } else if (!holds(scheme, line)) {
                        wrong.add(file.getFileName() + ": " + line);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).as("lines of " + table).isPositive();
        assertThat(circles).as("lines that no order can keep").isLessThanOrEqualTo(lines / 1000);
    }

    private static List<Path> files(Path folder, String table) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(table + "-"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean holds(VersionScheme scheme, String line) {
        String[] words = line.strip().split(" +", -1);
        assertThat(words).as(line).hasSize(3);
        int expected = "<=>".indexOf(words[1]) - 1;
        return Integer.signum(scheme.compare(words[0], words[2])) == expected
                && Integer.signum(scheme.compare(words[2], words[0])) == -expected;
    }

    /**
     * Whether a line {@code a < b} of the Maven table puts what comes after a release before what comes before it, as in
     * {@code 2.9.0-1 < 2.9.0.RC1}, while the same table has {@code 1.0.0.CR8 < 1.0.0} and {@code 1.0.0 < 1.0-1}.
     */
    private static boolean isCircle(String line) {
        String[] words = line.strip().split(" +", -1);
        String release = words[0].substring(0, Math.max(0, words[0].indexOf('-')));
        return words[1].equals("<")
                && release.matches("[0-9.]+\\.0")
                && words[2].startsWith(release + ".")
                && holds(VersionSchemes.MAVEN, words[2] + " < " + release)
                && holds(VersionSchemes.MAVEN, release + " < " + words[0]);
    }
}
