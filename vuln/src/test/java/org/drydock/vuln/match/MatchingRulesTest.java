package org.drydock.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drydock.vuln.match.Installed.ALMA;
import static org.drydock.vuln.match.Installed.ALPINE;
import static org.drydock.vuln.match.Installed.DEBIAN;
import static org.drydock.vuln.match.Installed.RHEL;
import static org.drydock.vuln.match.Installed.UBUNTU;
import static org.drydock.vuln.match.Installed.apk;
import static org.drydock.vuln.match.Installed.deb;
import static org.drydock.vuln.match.Installed.distro;
import static org.drydock.vuln.match.Installed.go;
import static org.drydock.vuln.match.Installed.in;
import static org.drydock.vuln.match.Installed.java;
import static org.drydock.vuln.match.Installed.language;
import static org.drydock.vuln.match.Installed.owned;
import static org.drydock.vuln.match.Installed.rpm;
import static org.drydock.vuln.match.StatedStore.before;
import static org.drydock.vuln.match.StatedStore.ofModule;
import static org.drydock.vuln.match.StatedStore.rated;
import static org.drydock.vuln.match.StatedStore.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Limits;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.image.Target;
import org.drydock.image.source.Targets;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.ScanProgress;
import org.drydock.inventory.Scope;
import org.drydock.inventory.collect.Catalogers;
import org.drydock.inventory.collect.InventoryCollector;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.intake.FeedParsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of matching that are easy to get wrong, one by one. */
class MatchingRulesTest {
    private static final String ID = "CVE-2024-0001";

    private final StatedStore store = new StatedStore();

    private VulnerabilityMatcher.Result match(Inventory inventory) {
        return match(inventory, VulnerabilityMatcher.Options.DEFAULT);
    }

    private VulnerabilityMatcher.Result match(Inventory inventory, VulnerabilityMatcher.Options options) {
        try (Knowledge knowledge = new Knowledge(store, new StatedStore())) {
            return new VulnerabilityMatcher(knowledge, options).match(inventory);
        }
    }

    /** What is found: {@code package id}, sorted. */
    private List<String> found(Distro distro, Package... packages) {
        return match(in(distro, packages)).findings().stream()
                .map(MatchingRulesTest::text)
                .toList();
    }

    private List<String> codes(Distro distro, Package... packages) {
        return match(in(distro, packages)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    private Finding only(Distro distro, Package... packages) {
        List<Finding> findings = match(in(distro, packages)).findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static String text(Finding finding) {
        return ((PackageSubject) finding.subject()).name() + " " + finding.rule();
    }

    private static VulnerabilityDetail detail(Finding finding) {
        return (VulnerabilityDetail) finding.detail();
    }

    private static String evidence(Finding finding) {
        return String.join(
                "\n",
                finding.evidence().stream().map(e -> e.what() + ": " + e.text()).toList());
    }

    @Test
    void rule01_debiansNamesAreThoseOfSourcesAndAlmasThoseOfBinaries() {
        store.affects("debian:12", "openssl", ID, "3.0.2").affects("almalinux:9", "openssl", ID, "3.0.2-1");
        assertThat(found(DEBIAN, deb("libssl3", "3.0.1", "openssl", "3.0.1"))).containsExactly("libssl3 " + ID);
        assertThat(found(ALMA, rpm("openssl-libs", "3.0.1-1", "openssl", "3.0.1-1")))
                .isEmpty();
        assertThat(found(ALMA, rpm("openssl", "3.0.1-1", "openssl", "3.0.1-1"))).containsExactly("openssl " + ID);
    }

    @Test
    void rule02_theSourcesVersionCounts() {
        store.affects("debian:12", "foo", ID, "1.0-2");
        assertThat(found(DEBIAN, deb("libfoo1", "1:0.5-1+b3", "foo", "1.0-1"))).isNotEmpty();
        assertThat(found(DEBIAN, deb("libfoo1", "0.5-1+b3", "foo", "1.0-2"))).isEmpty();
    }

    @Test
    void rule03_sourceRpmCarriesNoEpoch() {
        store.affects("red-hat:9", "src:perl", ID, "4:5.26.3-419");
        assertThat(found(RHEL, rpm("perl-libs", "4:5.26.3-419", "perl", "5.26.3-419")))
                .isEmpty();
        assertThat(found(RHEL, rpm("perl-libs", "4:5.26.3-418", "perl", "5.26.3-418")))
                .isNotEmpty();
    }

    @Test
    void rule03_aBinaryRpmWithoutAnEpochHasEpochZero() {
        store.affects("red-hat:9", "perl", ID, "4:5.26.3-419");
        assertThat(found(RHEL, rpm("perl", "5.30.0-1", "perl", "5.30.0-1"))).isNotEmpty();
        assertThat(found(RHEL, rpm("perl", "4:5.26.3-419", "perl", "5.26.3-419")))
                .isEmpty();
    }

    @Test
    void rule04_whatIsSaidOfABinaryDoesNotReachItsSiblings() {
        store.affects("red-hat:9", "openssl", ID, "3.0.9-1").affects("red-hat:9", "src:nginx", ID, "1.2-1");
        assertThat(found(RHEL, rpm("openssl-libs", "3.0.1-1", "openssl", "3.0.1-1")))
                .isEmpty();
        assertThat(found(RHEL, rpm("nginx-core", "1.1-1", "nginx", "1.1-1"))).containsExactly("nginx-core " + ID);
    }

    @Test
    void rule05_aStatementAboutAModuleStreamIsAboutThatStreamAlone() {
        store.say(record(
                "ALSA-2024:1", List.of(), List.of(ID), ofModule(before("almalinux:9", "npm", "9"), "nodejs:18")));
        assertThat(found(ALMA, rpm("npm", "8-1.el9", "nodejs", "8-1.el9", "nodejs:18:90:x", "")))
                .isNotEmpty();
        assertThat(found(ALMA, rpm("npm", "8-1.el9", "nodejs", "8-1.el9", "nodejs:20:90:x", "")))
                .isEmpty();
        assertThat(found(ALMA, rpm("npm", "8-1.el9", "nodejs", "8-1.el9", "", "")))
                .isEmpty();
    }

    @Test
    void rule06_otherProductsOfRedHatAreLeftOutAndThatTheProductIsNotReadIsSaid() {
        store.covers("red-hat:9").affects("red-hat:openshift-4", "runc", ID, null);
        assertThat(found(RHEL, rpm("runc", "1-1", "runc", "1-1"))).isEmpty();
        assertThat(codes(RHEL, rpm("runc", "1-1", "runc", "1-1"))).contains("red-hat-products");
    }

    @Test
    void rule07_aFixOfALaterMinorReleaseIsMarkedAsOutOfReachOfExtendedSupport() {
        store.affects("red-hat:9", "bash", ID, "5.1-9.el9_5");
        assertThat(evidence(only(RHEL, rpm("bash", "5.1-8.el9", "bash", "5.1-8.el9"))))
                .contains("channel: 5.1-9.el9_5 was built for minor release 5");
        store.affects("red-hat:9", "sed", "CVE-2024-0002", "4.8-9.el9_2");
        assertThat(evidence(only(RHEL, rpm("sed", "4.8-8.el9", "sed", "4.8-8.el9"))))
                .doesNotContain("channel:");
    }

    @Test
    void rule07_aFixOfExtendedSupportCountsWhereItIsInstalledAndIsNotOffered() {
        store.affects("red-hat:9", "bash", ID, "5.1-9.el9_5").affects("red-hat-eus:9.4", "bash", ID, "5.1-6.el9_4.2");
        assertThat(found(RHEL, rpm("bash", "5.1-6.el9_4.2", "bash", "5.1-6.el9_4.2")))
                .isEmpty();
        Finding before = only(RHEL, rpm("bash", "5.1-6.el9_4.1", "bash", "5.1-6.el9_4.1"));
        assertThat(detail(before).fixedVersions()).containsExactly("5.1-9.el9_5");
        assertThat(evidence(before)).contains("5.1-6.el9_4.2 comes with an additional support channel only");
    }

    @Test
    void rule07_aFixOfUbuntuProIsOfferedOnlyWhereTheImageUsesIt() {
        store.affects("ubuntu:22.04", "jq", ID, null).affects("ubuntu-pro:22.04", "jq", ID, "1.6-2ubuntu0.1+esm1");
        Package jq = deb("jq", "1.6-2");
        Finding plain = only(UBUNTU, jq);
        assertThat(detail(plain).fixedVersions()).isEmpty();
        assertThat(evidence(plain)).contains("additional support channel only (ubuntu-pro:22.04)");
        Finding subscribed = only(UBUNTU, jq, deb("tar", "1.30+esm2"));
        assertThat(detail(subscribed).fixedVersions()).containsExactly("1.6-2ubuntu0.1+esm1");
        assertThat(found(UBUNTU, deb("jq", "1.6-2ubuntu0.1+esm1"))).isEmpty();
    }

    @Test
    void rule08_whatAlmaSaysReplacesWhatRedHatSays() {
        store.affects("red-hat:9", "bash", ID, "5.1-9.el9")
                .affects("red-hat:9", "bash", "CVE-2024-0002", null)
                .say(record("ALSA-2024:1", List.of(), List.of(ID), before("almalinux:9", "bash", "5.1-8.el9.alma.1")));
        assertThat(found(ALMA, rpm("bash", "5.1-8.el9.alma.1", "bash", "5.1-8.el9.alma.1")))
                .containsExactly("bash CVE-2024-0002");
        assertThat(found(ALMA, rpm("bash", "5.1-7.el9", "bash", "5.1-7.el9")))
                .containsExactly("bash " + ID, "bash CVE-2024-0002");
    }

    @ParameterizedTest
    @CsvSource({"bash-debuginfo", "bash-debugsource"})
    void rule08_symbolsForDebuggersAreNeverAffected(String name) {
        store.affects("red-hat:9", "src:bash", ID, null).affects("red-hat:9", name, ID, null);
        assertThat(found(ALMA, rpm(name, "5.1-8.el9", "bash", "5.1-8.el9"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1-5.el9, 1-9.el9, true",
        "1-5.el9, 1-9.ksplice1.el9, false",
        "1-5.ksplice1.el9, 1-9.el9, false",
        "1-5.ksplice1.el9, 1-9.ksplice1.el9, true",
        "1-5.el9_fips, 1-9.el9, false",
        "1-5.el9_fips, 1-9.el9_fips, true"
    })
    void rule08_flavoursOfOracleAreComparedWithTheirOwn(String installed, String fixed, boolean affected) {
        store.affects("oracle-linux:9", "openssl", ID, fixed);
        Distro oracle = distro("ol", "9.4", "", "Oracle Linux 9.4");
        assertThat(found(oracle, rpm("openssl", installed, "openssl", installed))
                        .isEmpty())
                .isEqualTo(!affected);
    }

    @ParameterizedTest
    @CsvSource({"3.19.1, alpine:3.19", "3.20_alpha20240329, alpine:edge", "'', alpine:edge"})
    void rule09_alpinesReleases(String version, String namespace) {
        store.affects(namespace, "musl", ID, "1.2.4-r3");
        assertThat(found(distro("alpine", version, "", "Alpine"), apk("musl-utils", "1.2.4-r2", "musl")))
                .containsExactly("musl-utils " + ID);
    }

    @Test
    void rule09_aFixInVersionZeroDeniesAndSpeaksForLanguagesToo() {
        Package owner = apk("py3-foo", "1.0-r0", "py3-foo");
        store.say(record(ID, List.of(), List.of(), StatedStore.of("alpine:3.19", "py3-foo", Status.NOT_AFFECTED)))
                .say(record("PYSEC-1", List.of(ID), List.of(), before("pypi", "foo", null)))
                .say(record("PYSEC-2", List.of(), List.of(), before("pypi", "foo", null)));
        assertThat(found(ALPINE, owner, owned(owner, PackageType.PYTHON, "foo", "1.0")))
                .containsExactly("foo PYSEC-2");
    }

    @Test
    void rule09_whatAlpineHasNotMendedIsKnownFromTheDictionaryOfProductsOnly() {
        store.affects("alpine:3.19", "curl", "CVE-2024-0002", "8.4.0-r0")
                .affects("cpe", "haxx:curl", ID, "8.6.0")
                .affects("cpe", "haxx:curl", "CVE-2024-0002", "9.0")
                .affects("cpe", "haxx:curl", "CVE-2024-0003", "8.5.0");
        Finding unfixed = only(ALPINE, apk("libcurl", "8.5.0-r0", "curl"));
        assertThat(text(unfixed)).isEqualTo("libcurl " + ID);
        assertThat(detail(unfixed).fixedVersions()).isEmpty();
    }

    @Test
    void rule10_statesOfDebianAreKeptApart() {
        parse("debian-tracker", """
            {"foo":{
             "CVE-2024-1":{"releases":{"bookworm":{"status":"open","urgency":"unimportant"}}},
             "CVE-2024-2":{"releases":{"bookworm":{"status":"open","nodsa":"Minor issue","nodsa_reason":""}}},
             "CVE-2024-3":{"releases":{"bookworm":{"status":"open","nodsa_reason":"postponed"}}},
             "CVE-2024-4":{"releases":{"bookworm":{"status":"open","nodsa_reason":"ignored"}}},
             "CVE-2024-5":{"releases":{"bookworm":{"status":"open","urgency":"end-of-life"}}},
             "CVE-2024-6":{"releases":{"bookworm":{"status":"undetermined"}}},
             "CVE-2024-7":{"releases":{"bookworm":{"status":"resolved","fixed_version":"0"}}},
             "CVE-2024-8":{"releases":{"bookworm":{"status":"resolved","fixed_version":"1.0-1"}}},
             "CVE-2024-9":{"releases":{"bookworm":{"status":"resolved","fixed_version":"1.0-2"}}}}}
            """);
        List<Finding> findings = match(in(DEBIAN, deb("foo", "1.0-1")), new VulnerabilityMatcher.Options(true, ""))
                .findings();
        assertThat(findings)
                .extracting(f -> f.rule().substring("CVE-2024-".length()) + " "
                        + f.status().word() + " " + f.severity().word())
                .containsExactly(
                        "1 affected negligible",
                        "2 affected unknown",
                        "3 deferred unknown",
                        "4 will-not-fix unknown",
                        "5 end-of-life unknown",
                        "6 under-investigation unknown",
                        "7 not-affected unknown",
                        "8 fixed unknown",
                        "9 affected unknown");
        assertThat(found(DEBIAN, deb("foo", "1.0-1"))).hasSize(7).doesNotContain("foo CVE-2024-7", "foo CVE-2024-8");
    }

    @ParameterizedTest
    @CsvSource({
        "debian, '', forky, Debian GNU/Linux forky/sid, debian:sid",
        "debian, '', forky, Debian GNU/Linux forky/sid, debian:14",
        "debian, '', trixie, Debian GNU/Linux trixie, debian:13",
        "raspbian, 12, bookworm, Raspbian, debian:12",
        "pop, 22.04, jammy, Pop!_OS 22.04, ubuntu:22.04"
    })
    void rule11_rollingReleasesAndDerivativesOfDebian(
            String id, String version, String codename, String pretty, String namespace) {
        store.affects(namespace, "bash", ID, null);
        Distro distro = distro(id, version, codename, pretty, "ubuntu", "debian");
        assertThat(found(distro, deb("bash", "5"))).containsExactly("bash " + ID);
    }

    @ParameterizedTest
    @CsvSource({
        "wolfi, 20230201, wolfi",
        "chainguard, 20230214, chainguard",
        "postmarketos, v23.12, alpine:3.19",
        "postmarketos, edge, alpine:edge"
    })
    void rule11_rollingReleasesAndDerivativesOfAlpine(String id, String version, String namespace) {
        store.affects(namespace, "bash", ID, null);
        assertThat(found(distro(id, version, "", id), apk("bash", "5-r0", "bash")))
                .containsExactly("bash " + ID);
    }

    @ParameterizedTest
    @CsvSource({"rocky, 9.4, red-hat:9", "centos, 8, red-hat:8", "rocky, 9.4, rocky-linux:9"})
    void rule11_rebuildsOfRedHat(String id, String version, String namespace) {
        store.affects(namespace, "bash", ID, null);
        assertThat(found(distro(id, version, "", id), rpm("bash", "5-1", "bash", "5-1")))
                .containsExactly("bash " + ID);
    }

    @Test
    void rule11_aDerivativeThatDoesNotTellItsBaseIsNotJudged() {
        store.affects("debian:12", "bash", ID, null);
        Distro kali = distro("kali", "2024.1", "kali-rolling", "Kali GNU/Linux", "debian");
        assertThat(found(kali, deb("bash", "5"))).isEmpty();
        assertThat(codes(kali, deb("bash", "5"))).contains("no-advisory-data");
    }

    @Test
    void rule12_packagesOfOthersAreNotJudgedAndThatIsSaid() {
        store.affects("almalinux:9", "nginx", ID, "2-1").affects("debian:12", "nginx", ID, "2-1");
        Package epel = rpm("nginx", "1-1", "nginx", "1-1", null, "Fedora Project");
        assertThat(found(ALMA, epel)).isEmpty();
        assertThat(codes(ALMA, epel)).containsExactly("third-party-packages");
        assertThat(found(ALMA, rpm("nginx", "1-1", "nginx", "1-1", null, "AlmaLinux")))
                .isNotEmpty();
        Package upstream = Installed.debOf("NGINX Packaging <nginx-packaging@f5.com>", "nginx", "1-1");
        assertThat(found(DEBIAN, upstream)).isEmpty();
        assertThat(codes(DEBIAN, upstream)).containsExactly("third-party-packages");
        assertThat(found(DEBIAN, Installed.debOf("Jan Mojžíš <janmojzis@debian.org>", "nginx", "1-1")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "linux-libc-dev, true",
        "linux-headers-6.1.0-18-amd64, true",
        "linux-kbuild-6.1, true",
        "linux-image-6.1.0-18-amd64, false"
    })
    void rule13_kernelHeadersAreFoldedAndStillCount(String name, boolean folded) {
        store.affects("debian:12", "linux", ID, null);
        Finding finding = only(DEBIAN, deb(name, "6.1.76-1", "linux", "6.1.76-1"));
        assertThat(detail(finding).folded().isEmpty()).isEqualTo(!folded);
        assertThat(finding.status()).isEqualTo(Status.AFFECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "install ok installed, 1",
        "deinstall ok config-files, 0",
        "purge ok not-installed, 0",
        "hold ok installed, 1",
        "install ok unpacked, 1"
    })
    void rule14_onlyWhatDpkgHasOnDiskIsJudged(String status, int findings, @TempDir Path root) throws IOException {
        String stanza = "Package: foo\nStatus: " + status + "\nVersion: 1.0-1\nArchitecture: amd64\n\n";
        Files.createDirectories(root.resolve("var/lib/dpkg/status.d"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/os-release"), "ID=debian\nVERSION_ID=12\n");
        Files.writeString(root.resolve("var/lib/dpkg/status"), stanza);
        Files.writeString(
                root.resolve("var/lib/dpkg/status.d/bar"), "Package: bar\nVersion: 1.0-1\nArchitecture: amd64\n");
        store.affects("debian:12", "foo", ID, null).affects("debian:12", "bar", ID, null);
        Inventory inventory;
        try (Target target = Targets.open("dir:" + root, null, Limits.DEFAULT)) {
            inventory = new InventoryCollector(Catalogers.all(), Limits.DEFAULT, null)
                    .collect(target, Scope.SQUASHED, ScanProgress.NONE);
        }
        assertThat(match(inventory).findings())
                .extracting(MatchingRulesTest::text)
                .contains("bar " + ID)
                .hasSize(findings + 1);
    }

    @Test
    void rule15_theStandardLibraryIsJudgedAtTheToolchainsVersion() {
        store.say(record(
                        "GO-1",
                        List.of(ID),
                        List.of(),
                        StatedStore.of(
                                "go", "stdlib", Status.AFFECTED, new Affected.Range("1.22.0-0", "1.22.2", null))))
                .affects("go", "toolchain", "GO-2", "1.99.0");
        assertThat(found(DEBIAN, go("stdlib", "go1.22.1", false))).containsExactly("stdlib " + ID);
        assertThat(found(DEBIAN, go("stdlib", "1.22.1 X:loopvar", false))).containsExactly("stdlib " + ID);
        assertThat(found(DEBIAN, go("stdlib", "go1.22.2", false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "(devel), true, 0",
        "v0.0.0-20240101000000-abcdef123456, true, 0",
        "v0.0.0-20240101000000-abcdef123456, false, 1",
        "v1.2.3, true, 1"
    })
    void rule15_aMainModuleOfNoReleaseIsNotJudged(String version, boolean main, int findings) {
        store.affects("go", "example.org/m", ID, "1.9.0");
        assertThat(found(DEBIAN, go("example.org/m", version, main))).hasSize(findings);
        if (findings == 0) {
            assertThat(codes(DEBIAN, go("example.org/m", version, main))).containsExactly("unreleased-main-module");
        }
    }

    @Test
    void rule16_javaIsFoundByGroupAndArtifactAndNotByTheArtifactAlone() {
        store.affects("maven", "org.acme:core", ID, "2");
        assertThat(found(DEBIAN, java("org.acme:core", "1"))).containsExactly("org.acme:core " + ID);
        assertThat(found(DEBIAN, java("com.other:core", "1"))).isEmpty();
        assertThat(codes(DEBIAN, java("core", "1"))).containsExactly("no-group-id");
    }

    @ParameterizedTest
    @CsvSource({
        "PYTHON, pypi, foo-bar, Foo__B.ar, false",
        "PYTHON, pypi, foo-bar, Foo_Bar, true",
        "PYTHON, pypi, foo-bar, foo.-_bar, true",
        "NPM, npm, @scope/name, @Scope/Name, true",
        "NUGET, nuget, newtonsoft.json, Newtonsoft.Json, true",
        "GO, go, github.com/Masterminds/x, github.com/masterminds/x, false"
    })
    void rule17_namesAreWrittenAsTheirEcosystemComparesThem(
            PackageType type, String namespace, String stated, String installed, boolean same) {
        store.affects(namespace, stated, ID, "2.0.0");
        assertThat(found(DEBIAN, language(type, installed, "1.0.0")).isEmpty()).isEqualTo(!same);
    }

    @Test
    void rule18_withdrawnRecordsSayNothing() {
        String record = """
            {"id":"PYSEC-1","modified":"2024-01-01T00:00:00Z",%s"affected":[{"package":
            {"ecosystem":"PyPI","name":"foo"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            """;
        store.covers("pypi");
        parse("osv", record.formatted("\"withdrawn\":\"2024-01-02T00:00:00Z\","));
        assertThat(found(DEBIAN, language(PackageType.PYTHON, "foo", "1"))).isEmpty();
        parse("osv", record.formatted(""));
        assertThat(found(DEBIAN, language(PackageType.PYTHON, "foo", "1"))).containsExactly("foo PYSEC-1");
    }

    @Test
    void rule19_filesOfAPackageOfACompleteDistributionAreJudgedWithIt() {
        Package owner = deb("python3-foo", "1.0+dfsg-1", "foo", "1.0+dfsg-1");
        store.covers("debian:12").affects("pypi", "foo", ID, null);
        assertThat(found(DEBIAN, owner, owned(owner, PackageType.PYTHON, "foo", "1.0")))
                .isEmpty();
    }

    @Test
    void rule19_anotherVersionThanTheOwnersIsJudgedByItself() {
        Package owner = deb("bundle", "20.1-1");
        store.affects("debian:12", "bundle", "CVE-2024-0002", "0.1")
                .affects("pypi", "foo", ID, null)
                .affects("pypi", "foo", "CVE-2024-0002", null);
        assertThat(found(DEBIAN, owner, owned(owner, PackageType.PYTHON, "foo", "1.0")))
                .containsExactly("foo " + ID);
    }

    @Test
    void rule19_anOwnerThatNobodyJudgesSpeaksForNobody() {
        store.affects("pypi", "foo", ID, null);
        Package owner = deb("python3-foo", "1.0-1");
        assertThat(found(DEBIAN, owner, owned(owner, PackageType.PYTHON, "foo", "1.0")))
                .containsExactly("foo " + ID);
        store.covers("debian:12");
        Package other = Installed.debOf("Docker <support@docker.com>", "foo", "1.0-1");
        assertThat(found(DEBIAN, other, owned(other, PackageType.PYTHON, "foo", "1.0")))
                .containsExactly("foo " + ID);
    }

    @Test
    void rule20_oneRowForAllIdsWithEachSourcesVerdictInside() {
        store.say("a", record("GHSA-1", List.of(ID), List.of(), before("pypi", "foo", "2.0")))
                .say("b", record("PYSEC-1", List.of(ID), List.of(), before("pypi", "foo", "1.0")))
                .say("c", record("SNYK-1", List.of("GHSA-1"), List.of(), before("pypi", "foo", "1.5")));
        Finding row = only(DEBIAN, language(PackageType.PYTHON, "foo", "1.2"));
        assertThat(detail(row).ids()).containsExactly(ID, "GHSA-1", "PYSEC-1", "SNYK-1");
        assertThat(detail(row).sources())
                .extracting(s -> s.id() + " " + s.status().word() + " " + s.fixedVersion())
                .containsExactly("GHSA-1 affected 2.0", "PYSEC-1 fixed 1.0", "SNYK-1 affected 1.5");
        assertThat(detail(row).fixedVersions()).containsExactly("1.5", "2.0");
    }

    @Test
    void rule20_anErratumOfSeveralJoinsNone() {
        store.say(record(
                "ALSA-2024:1", List.of(), List.of("CVE-2024-1", "CVE-2024-2"), before("almalinux:9", "bash", "6-1")));
        assertThat(found(ALMA, rpm("bash", "5-1", "bash", "5-1")))
                .containsExactly("bash CVE-2024-1", "bash CVE-2024-2");
    }

    @Test
    void rule21_productsAreAskedForOnlyWhereNothingBetterSpeaks() {
        store.affects("cpe", "haxx:curl", ID, null).covers("debian:12").covers("npm");
        assertThat(found(DEBIAN, deb("curl", "8"), language(PackageType.NPM, "curl", "8.0.0")))
                .isEmpty();
    }

    @Test
    void rule21_aNameThatNobodyKnowsInTheDictionaryIsNotGuessed() {
        store.affects("cpe", "log4j-api:log4j-api", ID, null).covers("alpine:3.19");
        assertThat(found(ALPINE, apk("log4j-api", "2.0-r0", "log4j-api"))).isEmpty();
    }

    @Test
    void rule22_theVendorsSeverityComesFirstThenGitHubsThenOthers() {
        Rating critical = new Rating("cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
        store.affects("debian:12", "foo", ID, null).say("nvd", rated(ID, List.of(), List.of(), List.of(critical)));
        assertThat(only(DEBIAN, deb("foo", "1")).severity()).isEqualTo(Severity.CRITICAL);
        store.say("ghsa", rated("GHSA-1", List.of(ID), List.of(), List.of(new Rating("word", "moderate"))));
        Finding finding = only(DEBIAN, deb("foo", "1"));
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(detail(finding).severitySource()).isEqualTo("GHSA-1");
        Affected own = new Affected(
                "debian:12",
                "bar",
                Status.AFFECTED,
                List.of(new Affected.Range("0", null, null)),
                List.of(),
                null,
                List.of(new Rating("word", "negligible")));
        store.say(record(ID, List.of(), List.of(), own));
        assertThat(only(DEBIAN, deb("bar", "1")).severity()).isEqualTo(Severity.NEGLIGIBLE);
    }

    @Test
    void rule22_alpineBorrowsItsSeverity() {
        store.affects("alpine:3.19", "foo", ID, "2-r0")
                .say("ghsa", rated("GHSA-1", List.of(ID), List.of(), List.of(new Rating("word", "high"))));
        assertThat(only(ALPINE, apk("foo", "1-r0", "foo")).severity()).isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"'', 2.0", "unknown, 2.0", "(devel), 2.0"})
    void aVersionThatNobodyKnewMatchesNothingAndIsNotClean(String version, String fixed) {
        store.affects("pypi", "foo", ID, fixed);
        assertThat(found(DEBIAN, language(PackageType.PYTHON, "foo", version))).isEmpty();
        assertThat(codes(DEBIAN, language(PackageType.PYTHON, "foo", version)))
                .containsExactly("version-not-comparable");
    }

    @Test
    void anEndedReleaseIsToldOfFromItsLastDayOn() {
        store.covers("debian:12").ends(new EndOfLife("debian", "12", "2026-06-10", "2028-06-30"));
        Inventory inventory = in(DEBIAN, deb("foo", "1"));
        assertThat(match(inventory, new VulnerabilityMatcher.Options(false, "2026-06-10"))
                        .diagnostics())
                .isEmpty();
        assertThat(match(inventory, new VulnerabilityMatcher.Options(false, "2026-06-11"))
                        .diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("2026-06-10", "extended support goes to 2028-06-30"));
    }

    /** Lets a feed's own parser say it. */
    private void parse(String format, String json) {
        FeedParser parser = FeedParsers.all().stream()
                .filter(p -> p.format().equals(format))
                .findFirst()
                .orElseThrow();
        parser.parse(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test.json", new StoringSink(store));
    }

    private record StoringSink(StatedStore store) implements FeedSink {
        @Override
        public void source(String name) {}

        @Override
        public void advisory(Advisory advisory) {
            store.say(advisory);
        }

        @Override
        public void knownExploited(KnownExploited entry) {}

        @Override
        public void exploitPrediction(ExploitPrediction prediction) {}

        @Override
        public void endOfLife(EndOfLife end) {}

        @Override
        public void withdrawn(String id) {}

        @Override
        public void diagnostic(Diagnostic diagnostic) {}
    }
}
