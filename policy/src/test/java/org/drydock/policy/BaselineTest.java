package org.drydock.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Comparison;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Suppression WHY = new Suppression(Suppression.Kind.EXCEPTION, "f:1", "", "", "", "");

    private static Comparison compare(List<Finding> before, List<Finding> now) {
        return new Baseline("b", before, List.of()).compare(now, List.of());
    }

    @Test
    void theSameWeaknessInAnotherVersionIsNotNew() {
        Finding before = TestFindings.of("CVE-1").purl("pkg:npm/lodash@4.1").build();
        Finding now = TestFindings.of("CVE-1").purl("pkg:npm/lodash@4.2").build();
        assertThat(compare(List.of(before), List.of(now)))
                .isEqualTo(new Comparison("b", java.util.Set.of(), List.of(), 1));
    }

    @Test
    void theVersionMayBePartOfThePlace() {
        Finding before = TestFindings.of("CVE-1")
                .purl("pkg:maven/a/b@1.2")
                .at(1, "/app/b-1.2.jar")
                .build();
        Finding now = TestFindings.of("CVE-1")
                .purl("pkg:maven/a/b@1.3")
                .at(4, "/app/b-1.3.jar")
                .build();
        assertThat(compare(List.of(before), List.of(now)).added()).isEmpty();
    }

    @Test
    void oneSharedIdMakesThemTheSame() {
        Finding before = TestFindings.of("GHSA-1").build();
        Finding now = TestFindings.of("CVE-1", "GHSA-1").build();
        Comparison comparison = compare(List.of(before), List.of(now));
        assertThat(comparison.added()).isEmpty();
        assertThat(comparison.removed()).isEmpty();
    }

    @Test
    void anotherPlaceAnotherPackageOrAnotherIdIsNew() {
        Finding before = TestFindings.of("CVE-1").build();
        for (Finding now : List.of(
                TestFindings.of("CVE-1").at(2, "/elsewhere/package.json").build(),
                TestFindings.of("CVE-1").purl("pkg:npm/underscore@4.1").build(),
                TestFindings.of("CVE-2").build())) {
            Comparison comparison = compare(List.of(before), List.of(now));
            assertThat(comparison.isNew(now)).isTrue();
            assertThat(comparison.removed()).containsExactly(before);
            assertThat(comparison.unchanged()).isZero();
        }
    }

    @Test
    void whatWasFixedAndIsAffectedAgainIsNew() {
        Finding before = TestFindings.of("CVE-1").status(Status.FIXED).build();
        Finding now = TestFindings.of("CVE-1").build();
        assertThat(compare(List.of(before), List.of(now)).isNew(now)).isTrue();
        assertThat(compare(List.of(now), List.of(before)).removed()).containsExactly(now);
    }

    @Test
    void whatIsOrWasSetAsideIsNeitherNewNorGone() {
        Finding finding = TestFindings.of("CVE-1").build();
        SuppressedFinding aside = new SuppressedFinding(finding, WHY);
        assertThat(new Baseline("b", List.of(), List.of(aside))
                        .compare(List.of(finding), List.of())
                        .added())
                .isEmpty();
        assertThat(new Baseline("b", List.of(finding), List.of())
                        .compare(List.of(), List.of(aside))
                        .removed())
                .isEmpty();
    }
}
