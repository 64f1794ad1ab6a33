package org.drydock.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Purl;
import org.drydock.core.Status;
import org.drydock.core.Suppression;
import org.drydock.policy.SuppressionRule.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final List<String> DETECTORS = List.of("vulnerability");

    private static SuppressionRule rule(String id, int line, @Nullable String until) {
        return new SuppressionRule(
                Set.of(id),
                Set.of(),
                List.of(),
                Set.of(),
                Condition.NONE,
                until == null ? null : Instant.parse(until),
                new Suppression(
                        Suppression.Kind.EXCEPTION,
                        "f.yaml:" + line,
                        "why " + line,
                        "",
                        until == null ? "" : "2026-06-15",
                        ""));
    }

    private static Suppressions.Outcome apply(List<SuppressionRule> rules, Finding... findings) {
        return new Suppressions(rules).apply(List.of(findings), List.of(), DETECTORS, TestFindings.NOW);
    }

    @Test
    void theFirstEntryIsToldAndNoneIsCalledUnused() {
        Finding finding = TestFindings.of("CVE-1", "GHSA-1").build();
        Suppressions.Outcome outcome = apply(List.of(rule("GHSA-1", 1, null), rule("CVE-1", 2, null)), finding);
        assertThat(outcome.remaining()).isEmpty();
        assertThat(outcome.suppressed())
                .extracting(s -> s.suppression().origin())
                .containsExactly("f.yaml:1");
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void anEntryHoldsUntilTheFirstMomentOfTheDayItExpires() {
        Finding finding = TestFindings.of("CVE-1").build();
        assertThat(apply(List.of(rule("CVE-1", 1, "2026-06-15T12:00:01Z")), finding)
                        .suppressed())
                .hasSize(1);
        Suppressions.Outcome expired = apply(List.of(rule("CVE-1", 1, "2026-06-15T12:00:00Z")), finding);
        assertThat(expired.remaining()).containsExactly(finding);
        assertThat(expired.diagnostics()).extracting(Diagnostic::code).containsExactly("expired-exception");
        assertThat(expired.diagnostics().getFirst().message()).contains("CVE-1", "2026-06-15");
    }

    @Test
    void unusedEntriesAreToldAndCountedFromSomeNumberOn() {
        List<SuppressionRule> rules = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rules.add(rule("CVE-" + i, i, null));
        }
        List<Diagnostic> diagnostics =
                apply(rules, TestFindings.of("CVE-7").build()).diagnostics();
        assertThat(diagnostics).hasSize(21).allSatisfy(d -> assertThat(d.code()).isEqualTo("unused-exception"));
        assertThat(diagnostics).anySatisfy(d -> assertThat(d.message()).startsWith("79 more"));
    }

    @Test
    void whatIsSettledNeedsNoException() {
        Finding fixed = TestFindings.of("CVE-1").status(Status.FIXED).build();
        Suppressions.Outcome outcome = apply(List.of(rule("CVE-1", 1, null)), fixed);
        assertThat(outcome.remaining()).containsExactly(fixed);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("unused-exception");
    }

    @Test
    void whatIsSetAsideByOthersMakesAnEntryUsed() {
        Finding aside = TestFindings.of("CVE-1").build();
        assertThat(new Suppressions(List.of(rule("CVE-1", 1, null)))
                        .apply(List.of(), List.of(aside), DETECTORS, TestFindings.NOW)
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void namesAndPackageUrlsMustHoldBesideTheId() {
        SuppressionRule rule = new SuppressionRule(
                Set.of("CVE-1"),
                Set.of("lodash"),
                List.of(Purl.parse("pkg:npm/lodash")),
                Set.of(),
                Condition.NONE,
                null,
                rule("x", 1, null).suppression());
        assertThat(apply(List.of(rule), TestFindings.of("CVE-1").build()).suppressed())
                .hasSize(1);
        assertThat(apply(
                                List.of(rule),
                                TestFindings.of("CVE-1").purl("pkg:npm/other@1").build())
                        .suppressed())
                .isEmpty();
        assertThat(apply(List.of(rule), TestFindings.of("CVE-2").build()).suppressed())
                .isEmpty();
    }

    @Test
    void tooManyEntriesWithoutNamesAreRefused() {
        List<SuppressionRule> rules = new ArrayList<>();
        for (int i = 0; i <= Suppressions.MAX_OPEN_RULES; i++) {
            rules.add(new SuppressionRule(
                    Set.of(),
                    Set.of(),
                    List.of(),
                    Set.of(),
                    (_, _) -> false,
                    null,
                    rule("x", i, null).suppression()));
        }
        assertThatThrownBy(() -> new Suppressions(rules))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("f.yaml:1000: ");
    }

    @Test
    void tenThousandEntriesMeetTenThousandFindingsInNoTime() {
        List<SuppressionRule> rules = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rules.add(rule("CVE-" + i, i, null));
            findings.add(
                    TestFindings.of("CVE-" + i).purl("pkg:npm/p" + i + "@1").build());
        }
        long start = System.nanoTime();
        assertThat(new Suppressions(rules)
                        .apply(findings, List.of(), DETECTORS, TestFindings.NOW)
                        .suppressed())
                .hasSize(10_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
