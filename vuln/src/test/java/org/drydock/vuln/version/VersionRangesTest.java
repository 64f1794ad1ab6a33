package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1.2.0, , 1.1.9, true",
        "0, 1.2.0, , 1.2.0-rc.1, true",
        "0, 1.2.0, , 1.2.0, false",
        "0, 1.2.0, , 0.0.0-alpha, true",
        "1.0.0, 1.2.0, , 0.9.9, false",
        "1.0.0, 1.2.0, , 1.0.0-rc.1, false",
        "1.0.0, 1.2.0, , 1.0.0, true",
        "1.0.0, , 1.2.0, 1.2.0, true",
        "1.0.0, , 1.2.0, 1.2.1, false",
        "1.0.0, , , 99.0.0, true",
        "1.0.0, , , 0.1.0, false",
        "0, , , 0.1.0, true"
    })
    void holdsFromIntroducedOnUpToTheEnd(
            String introduced, @Nullable String fixed, @Nullable String lastAffected, String installed, boolean held) {
        Range range = new Range(introduced, fixed, lastAffected);
        assertThat(decide(List.of(range), List.of(), installed))
                .isEqualTo(held ? new RangeDecision.InRange(range) : new RangeDecision.NotInRange());
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, false", "1.0.1, true", "1.2.0, false", "0.9.0, false"})
    void mayBeginBehindIntroduced(String installed, boolean held) {
        Range range = new Range("1.0.0", "1.2.0", null, true);
        assertThat(decide(List.of(range), List.of(), installed))
                .isEqualTo(held ? new RangeDecision.InRange(range) : new RangeDecision.NotInRange());
    }

    @Test
    void namesTheRangeThatHoldsTheVersion() {
        Range first = new Range("0", "1.0.0", null);
        Range second = new Range("2.0.0", "2.3.0", null);
        assertThat(decide(List.of(first, second), List.of(), "2.1.0")).isEqualTo(new RangeDecision.InRange(second));
        assertThat(decide(List.of(first, second), List.of(), "1.5.0")).isEqualTo(new RangeDecision.NotInRange());
    }

    @Test
    void takesAListedVersionForTheSameInAnotherSpelling() {
        Range range = new Range("0", "1.0.0", null);
        assertThat(decide(List.of(range), List.of("1.4", "v1.5.0+x"), "1.5.0"))
                .isEqualTo(new RangeDecision.Listed("v1.5.0+x"));
        assertThat(decide(List.of(), List.of("junk!", "1.4.0"), "1.5.0")).isEqualTo(new RangeDecision.NotInRange());
        assertThat(decide(List.of(), List.of("nightly"), "nightly")).isEqualTo(new RangeDecision.Listed("nightly"));
    }

    @Test
    void cannotPlaceAnInstalledVersionThatIsNone() {
        assertThat(decide(List.of(new Range("0", "1.0.0", null)), List.of("1.4.0"), "unknown"))
                .isInstanceOfSatisfying(
                        RangeDecision.Unknown.class,
                        unknown -> assertThat(unknown.reason())
                                .startsWith("installed version: not a semver version: \"unknown\""));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, oops, , 1.5.0, fixed: not a semver version",
        "oops, 2.0.0, , 1.5.0, introduced: not a semver version",
        "1.0.0, , oops, 1.5.0, last affected: not a semver version",
        "0, oops, , 1.5.0, fixed: not a semver version",
        "1.0.0, 1.5.0.9, , 1.5.0, fixed: the semver grammar does not say where the version lies to",
        "1.5.0-a..b, 3.0.0, , 1.5.0-a, introduced: the semver grammar does not say where the version lies to"
    })
    void cannotExcludeByABoundThatIsNone(
            String introduced, @Nullable String fixed, @Nullable String lastAffected, String installed, String reason) {
        assertThat(decide(List.of(new Range(introduced, fixed, lastAffected)), List.of(), installed))
                .isInstanceOfSatisfying(
                        RangeDecision.Unknown.class,
                        unknown -> assertThat(unknown.reason()).startsWith(reason));
    }

    @Test
    void excludesByTheOtherBoundAndIncludesByAnotherRange() {
        Range broken = new Range("1.0.0", "oops", null);
        Range sound = new Range("0", "0.9.0", null);
        assertThat(decide(List.of(broken), List.of(), "0.5.0")).isEqualTo(new RangeDecision.NotInRange());
        assertThat(decide(List.of(new Range("oops", "1.0.0", null)), List.of(), "1.0.0"))
                .isEqualTo(new RangeDecision.NotInRange());
        assertThat(decide(List.of(new Range("0", "oops", null), sound), List.of(), "0.5.0"))
                .isEqualTo(new RangeDecision.InRange(sound));
    }

    @Test
    void takesAPlaceOutsideTheGrammarForAHintOnly() {
        Range range = new Range("1.0.0", "1.2.3", null);
        assertThat(decide(List.of(range), List.of(), "1.2.3.4")).isEqualTo(new RangeDecision.InRange(range));
        assertThat(decide(List.of(range), List.of(), "1.0.0.4"))
                .isEqualTo(new RangeDecision.Unknown(
                        "introduced: the semver grammar does not say where the version lies to \"1.0.0\""));
        assertThat(decide(List.of(range), List.of(), "1.3.0.4")).isEqualTo(new RangeDecision.NotInRange());
        assertThat(decide(List.of(new Range("0", "1.2.3.4", null)), List.of(), "1.3.0"))
                .isEqualTo(new RangeDecision.NotInRange());
    }

    @Test
    void cannotTellFromAStatementThatNamesNoVersions() {
        assertThat(decide(List.of(), List.of(), "1.0.0")).isEqualTo(new RangeDecision.Unknown("it names no versions"));
    }

    @Test
    void comparesEpochsAndRevisionsOfDistributions() {
        Affected affected = affected(List.of(new Range("0", "1:1.2-3+deb12u1", null)), List.of());
        assertThat(VersionRanges.decide(affected, VersionSchemes.DPKG, "1.2-9"))
                .isInstanceOf(RangeDecision.InRange.class);
        assertThat(VersionRanges.decide(affected, VersionSchemes.DPKG, "1:1.2-3"))
                .isInstanceOf(RangeDecision.InRange.class);
        assertThat(VersionRanges.decide(affected, VersionSchemes.DPKG, "1:1.2-4"))
                .isInstanceOf(RangeDecision.NotInRange.class);
    }

    private static RangeDecision decide(List<Range> ranges, List<String> versions, String installed) {
        return VersionRanges.decide(affected(ranges, versions), VersionSchemes.SEMVER, installed);
    }

    private static Affected affected(List<Range> ranges, List<String> versions) {
        return new Affected("npm", "left-pad", Status.AFFECTED, ranges, versions, null, List.of());
    }
}
