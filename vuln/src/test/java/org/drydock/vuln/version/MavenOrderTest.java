package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.drydock.vuln.version.RandomVersions.Pair;
import org.junit.jupiter.api.Test;

/**
 * Our order against Maven's own. Maven since 3.9 departs from its written definition, and so from OSV, in two things
 * that these pairs leave out: qualifiers behind a dot in the middle, and levels that are nothing ({@code 1-ga-1}).
 */
class MavenOrderTest {
    private static final int PAIRS = Integer.getInteger("drydock.pairs", 40_000);
    private static final String QUALIFIERS =
            "Final GA RELEASE alpha1 Alpha2 Beta1 Beta10 M1 CR1 RC1 rc2 SP1 SP2 v2024 jre8 redhat foo";
    private static final long SEED = Long.getLong("drydock.seed", 20260503);

    @Test
    void agreesWithMavenOnQualifiersBehindHyphens() {
        List<Pair> pairs = new RandomVersions(
                        SEED,
                        "1 0.1 1.0 1.0.0 2.1 10 1-alpha 1.0-1 1.0-foo 1-0.1 V1 001",
                        ".1 .2 .0 .10 .01 -1 -0.1 -2 -alpha -beta-1 -rc1 -cr2 -a1 -b -b2 -m3 -SNAPSHOT -sp -sp1 -foo"
                                + " -foo.1 -foo.0 rc beta a1 x jre8 _1 -Foo-2 .20240101120000"
                                + " .99999999999999999999 -é +b")
                .pairs(PAIRS);
        assertThat(disagreements(pairs)).isEmpty();
    }

    @Test
    void agreesWithMavenOnOneQualifierBehindADot() {
        List<String> versions = new ArrayList<>();
        for (String numbers : List.of("1.0.0", "1.0.1", "1.0.10", "1.1.0", "2.0.0")) {
            versions.add(numbers);
            for (String qualifier : QUALIFIERS.split(" ", -1)) {
                versions.add(numbers + "." + qualifier);
            }
        }
        List<Pair> pairs = versions.stream()
                .flatMap(left -> versions.stream().map(right -> new Pair(left, right)))
                .toList();
        assertThat(disagreements(pairs)).isEmpty();
    }

    @Test
    void breaksTheCircleAsMavenDoes() {
        assertThat(disagreements(List.of(
                        new Pair("1.0.rc1", "1.0"),
                        new Pair("1.0", "1"),
                        new Pair("1", "1-1"),
                        new Pair("1.0.rc1", "1-1"))))
                .isEmpty();
        assertThat(VersionSchemes.MAVEN.compare("1.0.rc1", "1-1")).isNegative();
    }

    private static List<String> disagreements(List<Pair> pairs) {
        List<String> wrong = new ArrayList<>();
        for (Pair pair : pairs) {
            int expected =
                    Integer.signum(new ComparableVersion(pair.left()).compareTo(new ComparableVersion(pair.right())));
            int actual = Integer.signum(VersionSchemes.MAVEN.compare(pair.left(), pair.right()));
            if (expected != actual) {
                wrong.add(pair + ": Maven says " + expected + ", we " + actual);
            }
        }
        return wrong;
    }
}
