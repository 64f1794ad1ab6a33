package org.drydock.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drydock.vuln.match.Installed.ALMA;
import static org.drydock.vuln.match.Installed.DEBIAN;
import static org.drydock.vuln.match.Installed.deb;
import static org.drydock.vuln.match.Installed.in;
import static org.drydock.vuln.match.Installed.java;
import static org.drydock.vuln.match.Installed.language;
import static org.drydock.vuln.match.Installed.owned;
import static org.drydock.vuln.match.Installed.rpm;
import static org.drydock.vuln.match.StatedStore.before;
import static org.drydock.vuln.match.StatedStore.record;

import java.util.List;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Suppression;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.vuln.Affected;
import org.drydock.vuln.match.Explanation.Conclusion;
import org.drydock.vuln.match.Explanation.PackageVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {
    private static final String ID = "CVE-2024-0001";

    private final StatedStore store = new StatedStore();

    private Explanation explain(Inventory inventory, String id, String name) {
        try (Knowledge knowledge = new Knowledge(store, new StatedStore())) {
            return new Explainer(knowledge).explain(inventory, id, name);
        }
    }

    private PackageVerdict only(Inventory inventory, String name) {
        List<PackageVerdict> packages = explain(inventory, ID, name).packages();
        assertThat(packages).hasSize(1);
        return packages.getFirst();
    }

    private static String steps(PackageVerdict verdict) {
        return String.join(
                "\n",
                verdict.steps().stream().map(s -> s.what() + ": " + s.text()).toList());
    }

    @Test
    void showsTheRecordTheRangeAndTheComparison() {
        store.affects("debian:12", "foo", ID, "1.0-2");
        PackageVerdict verdict = only(in(DEBIAN, deb("libfoo", "1.0-1+b1", "foo", "1.0-1")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.REPORTED);
        assertThat(steps(verdict))
                .contains(ID + " of test speaks of foo in debian:12, the source package of libfoo")
                .contains("range: 1.0-1 lies in: < 1.0-2 (dpkg order)")
                .contains("risk: 1.1 = ");
    }

    @Test
    void itsFindingsAreThoseOfAScan() {
        store.affects("debian:12", "foo", ID, "1.0-2").say(record("GHSA-1", List.of(ID), List.of()));
        Inventory inventory = in(DEBIAN, deb("libfoo", "1.0-1", "foo", "1.0-1"));
        try (Knowledge knowledge = new Knowledge(store, new StatedStore())) {
            List<Finding> scanned =
                    new VulnerabilityMatcher(knowledge).match(inventory).findings();
            assertThat(explain(inventory, "ghsa-1", "").packages())
                    .extracting(PackageVerdict::finding)
                    .containsExactlyElementsOf(scanned);
        }
    }

    @Test
    void aVersionBehindTheFix() {
        store.affects("debian:12", "foo", ID, "1.0-2");
        PackageVerdict verdict = only(in(DEBIAN, deb("foo", "1.0-2")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.FIXED);
        assertThat(steps(verdict)).contains("1.0-2 >= 1.0-2, which mends it (dpkg order)");
    }

    @Test
    void aVersionOutsideOfEveryRange() {
        store.say(record(
                ID,
                List.of(),
                List.of(),
                StatedStore.of(
                        "npm",
                        "foo",
                        Status.AFFECTED,
                        new Affected.Range("2.0.0", "2.5.0", null),
                        new Affected.Range("3.0.0", null, "3.1.0"))));
        PackageVerdict verdict = only(in(DEBIAN, language(PackageType.NPM, "foo", "1.9.0")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.OUTSIDE);
        assertThat(steps(verdict))
                .contains("1.9.0 lies outside of: >= 2.0.0, < 2.5.0; >= 3.0.0, <= 3.1.0 (semver order)");
    }

    @Test
    void aSourceThatDeniesIt() {
        store.say(record(ID, List.of(), List.of(), StatedStore.of("debian:12", "foo", Status.NOT_AFFECTED)));
        PackageVerdict verdict = only(in(DEBIAN, deb("foo", "1")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.NOT_AFFECTED);
        assertThat(steps(verdict)).contains("statement: the source says that it is not affected");
    }

    @Test
    void anotherModuleStream() {
        store.say(record(
                "ALSA-2024:1",
                List.of(),
                List.of(ID),
                StatedStore.ofModule(before("almalinux:9", "npm", "9"), "nodejs:18")));
        PackageVerdict verdict = only(in(ALMA, rpm("npm", "8-1.el9", "nodejs", "8-1.el9", "nodejs:20:9:x", "")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.OTHER_BUILD);
        assertThat(steps(verdict)).contains("it speaks of module nodejs:18; the package is of nodejs:20:9:x");
    }

    @Test
    void aPackageThatItsOwnerSpeaksFor() {
        Package owner = deb("python3-foo", "1.0-1", "foo", "1.0-1");
        store.covers("debian:12").affects("pypi", "foo", ID, null);
        PackageVerdict verdict = only(in(DEBIAN, owner, owned(owner, PackageType.PYTHON, "foo", "1.0")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.JUDGED_AS_OWNER);
        assertThat(steps(verdict)).contains("rule: deb package python3-foo, which owns its files,");
    }

    @Test
    void aPackageOfSomebodyElse() {
        store.affects("almalinux:9", "nginx", ID, null);
        PackageVerdict verdict = only(in(ALMA, rpm("nginx", "1-1", "nginx", "1-1", null, "Acme Inc.")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.THIRD_PARTY);
        assertThat(steps(verdict)).contains("rule: built by Acme Inc.");
    }

    @Test
    void noRecordOfThatNameInThatNamespaceAndWhichNamespacesHaveIt() {
        store.affects("almalinux:9", "bash", ID, "5.1").affects("debian:12", "bash", "CVE-2024-0002", null);
        PackageVerdict verdict = only(in(DEBIAN, deb("bash", "5.0-1")), "bash");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.NO_RECORD);
        assertThat(steps(verdict))
                .contains("no record of it speaks of bash in debian:12; statements of other records do: 1")
                .contains("elsewhere: records of it speak of that name in almalinux:9");
        assertThat(explain(in(DEBIAN, deb("bash", "5.0-1")), ID, "bash").bears())
                .isFalse();
    }

    @Test
    void noDataOfTheNamespace() {
        store.covers("npm");
        PackageVerdict verdict = only(in(DEBIAN, deb("bash", "5.0-1")), "bash");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.NO_DATA);
        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(steps(verdict)).contains("nothing was imported of debian:12");
    }

    @Test
    void anArchiveWithoutAGroup() {
        store.affects("maven", "org.acme:core", ID, null);
        assertThat(only(in(DEBIAN, java("core", "1")), "core").conclusion()).isEqualTo(Conclusion.NO_GROUP);
    }

    @Test
    void aVersionThatCannotBeCompared() {
        store.affects("debian:12", "foo", ID, "1.0-2");
        PackageVerdict verdict = only(in(DEBIAN, deb("foo", "unknown")), "");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.NOT_COMPARABLE);
        assertThat(steps(verdict)).contains("it cannot be told where unknown lies");
    }

    @Test
    void anExceptionThatSetsItAside() {
        store.affects("debian:12", "foo", ID, "1.0-2");
        PackageVerdict verdict = only(in(DEBIAN, deb("foo", "1")), "")
                .suppressedBy(
                        new Suppression(Suppression.Kind.EXCEPTION, ".drydock.yaml:12", "not reachable", "", "", ""));
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.SUPPRESSED);
        assertThat(steps(verdict)).endsWith("exception: exception at .drydock.yaml:12: not reachable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opensll | No package opensll is installed. The nearest names are: openssl.",
                "ssl     | No package ssl is installed. The nearest names are: libssl3, openssl.",
                "zzzzzz  | No package zzzzzz is installed."
            })
    void aPackageThatIsNotInstalled(String name, String remark) {
        store.affects("debian:12", "openssl", ID, null);
        Explanation explanation = explain(in(DEBIAN, deb("openssl", "3"), deb("libssl3", "3", "foo", "3")), ID, name);
        assertThat(explanation.packages()).isEmpty();
        assertThat(explanation.remarks()).containsExactly(remark);
    }

    @Test
    void anIdThatNobodyHas() {
        store.covers("debian:12");
        Explanation explanation = explain(in(DEBIAN, deb("openssl", "3")), "cve-2999-1", "");
        assertThat(explanation.vulnerability()).isEqualTo("CVE-2999-1");
        assertThat(explanation.bears()).isFalse();
        assertThat(explanation.remarks()).singleElement().asString().contains("No data set has a record of CVE-2999-1");
    }

    @Test
    void branchesOfOneRecordAreOneOpinion() {
        store.say(record(
                ID,
                List.of(),
                List.of(),
                StatedStore.of("maven", "a:b", Status.AFFECTED, new Affected.Range("0", "1.5", null)),
                StatedStore.of("maven", "a:b", Status.AFFECTED, new Affected.Range("2.0", "2.5", null))));
        assertThat(steps(only(in(DEBIAN, java("a:b", "2.1")), ""))).doesNotContain("overruled", "mends");
        PackageVerdict fixed = only(in(DEBIAN, java("a:b", "2.6")), "");
        assertThat(fixed.conclusion()).isEqualTo(Conclusion.FIXED);
        assertThat(steps(fixed)).contains("2.6 >= 2.5, which mends it").doesNotContain("1.5");
    }
}
