package org.drydock.policy.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.SuppressedFinding;
import org.drydock.policy.Circumstances;
import org.drydock.policy.PolicyException;
import org.drydock.policy.Suppressions;
import org.drydock.policy.TestFindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format, as what it does to two findings: one of an npm package, one of a Debian package. */
class IgnoreFilesTest {
    private static final Finding NPM =
            TestFindings.of("CVE-2019-10744", "GHSA-jf85-cpcp-j695").build();
    private static final Finding DEB = TestFindings.debian("CVE-2023-0286").build();
    private static final Circumstances ON_BASE = new Circumstances(TestFindings.NOW.now(), TestFindings.NUMBERS, 1);

    private static Suppressions.Outcome apply(String name, String text) {
        IgnoreFile file = IgnoreFiles.read(text.getBytes(StandardCharsets.UTF_8), name);
        return new Suppressions(file.rules()).apply(List.of(NPM, DEB), List.of(), List.of("vulnerability"), ON_BASE);
    }

    /** {@code npm}, {@code deb}, {@code both} or {@code none}. */
    private static String aside(String name, String text) {
        List<Finding> aside = apply(name, text).suppressed().stream()
                .map(SuppressedFinding::finding)
                .toList();
        return aside.size() == 2 ? "both" : aside.isEmpty() ? "none" : aside.contains(NPM) ? "npm" : "deb";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id: CVE-2019-10744                                         ; npm",
                "id: GHSA-jf85-cpcp-j695                                    ; npm",
                "id: [CVE-2019-10744, CVE-2023-0286]                        ; both",
                "id: CVE-*                                                  ; both",
                "id: CVE-2023-*                                             ; deb",
                "id: cve-2019-10744                                         ; none",
                "package: lodash                                            ; npm",
                "package: lib*                                              ; deb",
                "type: deb                                                  ; deb",
                "type: npm                                                  ; npm",
                "package: lodash, version: '4.1'                            ; npm",
                "package: lodash, version: '< 4.1'                          ; none",
                "package: lodash, version: '>= 4, < 5'                      ; npm",
                "purl: pkg:npm/lodash                                       ; npm",
                "purl: pkg:npm/lodash@4.1                                   ; npm",
                "purl: pkg:npm/lodash@4.2                                   ; none",
                "purl: 'pkg:deb/debian/libssl3?distro=debian-12'            ; deb",
                "purl: 'pkg:deb/debian/libssl3?distro=debian-11'            ; none",
                "purl: pkg:deb/ubuntu/libssl3                               ; none",
                "path: /app/**                                              ; npm",
                "path: ['/srv/**', 'app/**/package.json']                   ; npm",
                "layer: base                                                ; deb",
                "layer: own                                                 ; npm",
                "layer: 2                                                   ; npm",
                "layer: 1                                                   ; none",
                "fix: none                                                  ; npm",
                "fix: available                                             ; deb",
                "severity: high                                             ; npm",
                "severity: [medium, high]                                   ; both",
                "severity: low                                              ; none",
                "id: CVE-2019-10744, package: libssl3                       ; none",
                "id: CVE-2019-10744, expires: 2026-06-16                    ; npm",
                "id: CVE-2019-10744, expires: 2026-06-15                    ; none",
            })
    void exceptions(String entry, String expected) {
        assertThat(aside(".drydock.yaml", "exceptions:\n  - {reason: r, " + entry + "}\n"))
                .isEqualTo(expected);
    }

    @Test
    void anExceptionKnowsWhoWhyAndUntilWhen() {
        Suppressions.Outcome outcome = apply("x/.drydock.yaml", """
            exceptions:
              - id: CVE-2023-0286
                reason: no certificates are read
                owner: team-shop
                expires: 2027-01-31
                justification: vulnerable_code_not_in_execute_path
            """);
        assertThat(outcome.suppressed().getFirst().suppression())
                .isEqualTo(new org.drydock.core.Suppression(
                        org.drydock.core.Suppression.Kind.EXCEPTION,
                        "x/.drydock.yaml:2",
                        "no certificates are read",
                        "team-shop",
                        "2027-01-31",
                        "vulnerable_code_not_in_execute_path"));
    }

    @Test
    void anExceptionWithoutReasonIsTold() {
        assertThat(IgnoreFiles.read("exceptions: [{id: x}]".getBytes(StandardCharsets.UTF_8), "f.yaml")
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("exception-without-reason");
    }

    @Test
    void fingerprintsNameOneFinding() {
        assertThat(aside("f.yaml", "exceptions: [{fingerprint: " + NPM.fingerprint() + "}]"))
                .isEqualTo("npm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{reason: all of them}                  ; names nothing that it is about",
                "{id: x, expries: 2026-01-01}           ; unknown name expries",
                "{id: x, expires: soon}                 ; not a date",
                "{id: x, severity: huge}                ; severity huge",
                "{id: x, layer: top}                    ; layer top",
                "{id: x, fix: maybe}                    ; fix maybe",
                "{id: x, justification: because}        ; justification because",
                "{purl: lodash}                         ; not a package URL",
                "{path: '[a'}                           ; not a glob",
                "{package: x, version: '<'}             ; not a version",
                "{id: {a: b}}                           ; a text or a list of texts",
                "just text                              ; a mapping of names to values",
            })
    void aWrongExceptionIsAnErrorWithItsLine(String entry, String message) {
        assertThatThrownBy(() -> aside("f.yaml", "# first\nexceptions:\n  - " + entry))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("f.yaml:3: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vulnerability: CVE-2019-10744                                      ; npm",
                "vulnerability: GHSA-jf85-cpcp-j695                                 ; none",
                "vulnerability: GHSA-jf85-cpcp-j695, include-aliases: true          ; npm",
                "vulnerability: CVE-2023-0286, namespace: 'debian:distro:debian:12' ; deb",
                "vulnerability: CVE-2023-0286, namespace: 'debian:distro:debian:11' ; none",
                "fix-state: not-fixed                                               ; npm",
                "fix-state: fixed                                                   ; deb",
                "fix-state: wont-fix                                                ; none",
                "match-type: exact-indirect-match                                   ; deb",
                "match-type: cpe-match                                              ; none",
                "package: {name: lodash}                                            ; npm",
                "package: {name: 'lo.*'}                                            ; npm",
                "package: {name: ash}                                               ; none",
                "package: {name: lodash, version: '4.1'}                            ; npm",
                "package: {name: lodash, version: '4'}                              ; none",
                "package: {language: javascript}                                    ; npm",
                "package: {type: deb}                                               ; deb",
                "package: {type: npm, name: libssl3}                                ; none",
                "package: {location: '/app/**'}                                     ; npm",
                "package: {location: '/app/*'}                                      ; none",
                "package: {upstream-name: openssl}                                  ; deb",
                "package: {upstream-name: 'open.*'}                                 ; deb",
                "package: {name: '('}                                               ; none",
                "reason: nothing else                                               ; none",
                "vex-status: not_affected                                           ; none",
                "vulnerability: CVE-2019-10744, vex-status: not_affected            ; none",
                "vulnerability: CVE-2019-10744, new-condition: x                    ; none",
            })
    void grype(String entry, String expected) {
        assertThat(aside(".grype.yaml", "fail-on-severity: high\nignore:\n  - {" + entry + "}\n"))
                .isEqualTo(expected);
    }

    @Test
    void whatIsPassedOverIsTold() {
        IgnoreFile file = IgnoreFiles.read("""
            ignore:
              - vex-status: not_affected
              - vulnerability: CVE-1
                new-condition: x
              - package: {name: '('}
              - reason: none
            """.getBytes(StandardCharsets.UTF_8), ".grype.yaml");
        assertThat(file.rules()).isEmpty();
        assertThat(file.diagnostics())
                .extracting(Diagnostic::place)
                .containsExactly(".grype.yaml:2", ".grype.yaml:3", ".grype.yaml:5", ".grype.yaml:6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CVE-2019-10744                             ; npm",
                "  CVE-2019-10744  # comment                ; npm",
                "# CVE-2019-10744                           ; none",
                "CVE-2019-10744|CVE-2023-0286               ; both",
                "CVE-2019-10744 exp:2026-06-16              ; npm",
                "CVE-2019-10744 exp:2026-06-15              ; none",
                "CVE-2019-10744 exp:tomorrow|CVE-2023-0286  ; deb",
                "AVD-DS-0002|generic-api-key                ; none",
                "CVE-2019                                   ; none",
            })
    void trivyLines(String lines, String expected) {
        assertThat(aside(".trivyignore", lines.replace('|', '\n'))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vulnerabilities: [{id: CVE-2019-10744}]                                            ; npm",
                "vulnerabilities: [{id: CVE-2019-10744, paths: ['app/**/package.json']}]            ; npm",
                "vulnerabilities: [{id: CVE-2019-10744, paths: ['srv/**']}]                         ; none",
                "vulnerabilities: [{id: CVE-2019-10744, purls: ['pkg:npm/lodash@4.1']}]             ; npm",
                "vulnerabilities: [{id: CVE-2019-10744, purls: ['pkg:npm/lodash@5', 'pkg:npm/lodash']}] ; npm",
                "vulnerabilities: [{id: CVE-2019-10744, purls: ['pkg:npm/lodash@5']}]               ; none",
                "vulnerabilities: [{id: CVE-2019-10744, expired_at: 2026-06-15}]                    ; none",
                "vulnerabilities: [{id: CVE-2019-10744, expired_at: 2026-06-16, statement: s}]      ; npm",
                "vulnerabilities: [{statement: no id}]                                              ; none",
                "vulnerabilities: [{id: CVE-2019-10744, until: x}]                                  ; none",
                "misconfigurations: [{id: CVE-2019-10744}]                                          ; none",
                "secrets: [{id: CVE-2019-10744}]                                                    ; none",
                "licenses: [{id: CVE-2019-10744}]                                                   ; none",
            })
    void trivyYaml(String document, String expected) {
        assertThat(aside(".trivyignore.yaml", document)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[IgnoredVulns]]|id = 'GHSA-jf85-cpcp-j695'|reason = 'r'                           ; npm",
                "[[IgnoredVulns]]|id = 'CVE-2019-10744'|ignoreUntil = 2026-06-16                    ; npm",
                "[[IgnoredVulns]]|id = 'CVE-2019-10744'|ignoreUntil = 2026-06-15                    ; none",
                "[[IgnoredVulns]]|id = 'CVE-2019-10744'|ignoreUntil = 2026-06-15T13:00:00Z          ; npm",
                "[[PackageOverrides]]|name = 'lodash'|ignore = true                                 ; npm",
                "[[PackageOverrides]]|name = 'lodash'|vulnerability.ignore = true                   ; npm",
                "[[PackageOverrides]]|name = 'lodash'|license.override = ['MIT']                    ; none",
                "[[PackageOverrides]]|name = 'lodash'|version = '4.1'|ignore = true                 ; npm",
                "[[PackageOverrides]]|name = 'lodash'|version = '4.2'|ignore = true                 ; none",
                "[[PackageOverrides]]|ecosystem = 'npm'|ignore = true                               ; npm",
                "[[PackageOverrides]]|ecosystem = 'Debian'|ignore = true                            ; deb",
                "[[PackageOverrides]]|ecosystem = 'Debian:11'|ignore = true                         ; none",
                "[[PackageOverrides]]|ignore = true                                                 ; both",
                "[[PackageOverrides]]|name = 'lodash'|group = 'dev'|ignore = true                   ; none",
                "[[PackageOverrides]]|name = 'lodash'|ignore = true|effectiveUntil = 2026-06-15     ; none",
            })
    void osvScanner(String document, String expected) {
        assertThat(aside("osv-scanner.toml", document.replace('|', '\n'))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "osv-scanner.toml; [[IgnoredVulns]]|id = 'x'|ignoreUntill = 2026-06-15  ; osv-scanner.toml:1: unknown"
                        + " name",
                "osv-scanner.toml; |[[IgnoredVulns]]|reason = 'x'                       ; osv-scanner.toml:2:"
                        + " IgnoredVulns: an id",
                "osv-scanner.toml; IgnoredVulns = 3                                     ; osv-scanner.toml:1:"
                        + " IgnoredVulns: a list",
                ".trivyignore.yaml; vulnerabilities: {a: b}                             ; .trivyignore.yaml:1:"
                        + " vulnerabilities: a list",
                ".trivyignore.yaml; vulnerabilities: [{id: x, purls: [y]}]              ; .trivyignore.yaml:1: not a"
                        + " package URL",
                "other.yaml; hello: world                                               ; other.yaml:1: not a file of"
                        + " exceptions",
                ".grype.yaml; ignore: x                                                 ; .grype.yaml:1: ignore: a"
                        + " list",
            })
    void whatCannotBeUnderstoodIsAnErrorWithItsLine(String name, String text, String message) {
        assertThatThrownBy(() -> aside(name, text.replace('|', '\n')))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "accepted; 'exceptions: [{id: CVE-2019-10744}]'         ; npm",
                "accepted; 'ignore: [{vulnerability: CVE-2019-10744}]'  ; npm",
                "accepted; 'vulnerabilities: [{id: CVE-2019-10744}]'    ; npm",
                "accepted; 'CVE-2019-10744'                             ; npm",
                "any.yml;  'ignore: [{vulnerability: CVE-2019-10744}]'  ; npm",
                ".trivyignore.yaml; ''                                  ; none",
                ".grype.yaml; 'output: json'                            ; none",
            })
    void theFormatIsToldByNameOrContent(String name, String text, String expected) {
        assertThat(aside(name, text)).isEqualTo(expected);
    }

    @Test
    void hugeFilesAreRefused(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThatThrownBy(() -> IgnoreFiles.read(huge, "huge.yaml"))
                .isInstanceOf(PolicyException.class)
                .hasMessage("huge.yaml: larger than 10 MiB");
        assertThatThrownBy(() -> IgnoreFiles.read(folder.resolve("absent"), "absent"))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("absent: cannot be read");
    }
}
