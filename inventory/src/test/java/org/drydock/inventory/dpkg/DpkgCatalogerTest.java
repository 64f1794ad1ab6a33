package org.drydock.inventory.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.DiagnosticBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DpkgCatalogerTest {
    private static final String STATUS = "var/lib/dpkg/status";

    private static final String PERL = """
            Package: perl-base
            Essential: yes
            Status: install ok installed
            Priority: required
            Maintainer: Niko Tyni <ntyni@example.org>
            Architecture: amd64
            Source: perl (5.36.0-7)
            Version: 5.36.0-7+b1
            Description: minimal Perl system
             Package: not-a-field
             .
             Version: 0
            Homepage: http://dev.example.org/
            """;

    private static Cataloged status(String content) {
        return Cataloged.by(new DpkgCataloger(), STATUS, content);
    }

    private static String installed(String name, String more) {
        return "Package: " + name + "\nStatus: install ok installed\nVersion: 1\n" + more + "\n";
    }

    @Test
    void readsAPackageWithItsSource() {
        CatalogedPackage perl = status(PERL).packages().getFirst();
        assertThat(perl.name()).isEqualTo("perl-base");
        assertThat(perl.version()).isEqualTo("5.36.0-7+b1");
        assertThat(perl.architecture()).isEqualTo("amd64");
        assertThat(perl.source()).isEqualTo(new SourcePackage("perl", "5.36.0-7"));
        assertThat(perl.metadata()).isEqualTo(new DebMetadata("Niko Tyni <ntyni@example.org>"));
        assertThat(perl.licenses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', foo, 1",
        "Source: bar, bar, 1",
        "Source: bar (2:3-4), bar, 2:3-4",
        "Source:   bar   (  2 ) , bar, 2",
        "Source: bar (2, bar, 1",
        "Source: (2), foo, 1",
        "SOURCE: bar, bar, 1",
    })
    void sourceFallsBackToThePackage(String field, String name, String version) {
        Cataloged said = status(installed("foo", field + "\n"));
        assertThat(said.packages().getFirst().source()).isEqualTo(new SourcePackage(name, version));
    }

    @ParameterizedTest
    @CsvSource({
        "install ok installed, true, ''",
        "hold ok installed, true, ''",
        "deinstall ok installed, true, ''",
        "install ok unpacked, true, ''",
        "install ok half-configured, true, ''",
        "install ok triggers-awaited, true, ''",
        "install ok triggers-pending, true, ''",
        "deinstall ok config-files, false, ''",
        "purge ok not-installed, false, ''",
        "install reinstreq half-installed, false, WARNING half-installed-package:2",
        "install ok somehow, true, WARNING unknown-package-state:2",
        "'', false, WARNING missing-status:2",
    })
    void onlyWhatIsOnDiskCounts(String status, boolean reported, String diagnostic) {
        Cataloged said = status("\nPackage: foo\nStatus: " + status + "\nVersion: 1\n");
        assertThat(said.names()).isEqualTo(reported ? java.util.List.of("foo 1") : java.util.List.of());
        assertThat(String.join(";", said.diagnostics())).isEqualTo(diagnostic);
    }

    @Test
    void stanzasAreSplitByBlankLinesOrTheNextPackage() {
        String text = installed("a", " \n") + "\n\n" + installed("b", "").stripTrailing() + "\n" + installed("c", "");
        assertThat(status(text).names()).containsExactly("a 1", "b 1", "c 1");
        assertThat(status(text.replace("\n", "\r\n")).names()).containsExactly("a 1", "b 1", "c 1");
    }

    @Test
    void brokenStanzasDoNotHideTheOthers() {
        Cataloged said = status(installed("a", "")
                + "Package: noversion\nStatus: install ok installed\n\n"
                + "Status: install ok installed\nVersion: 7\n\n"
                + installed("b", "garbage without colon\n: also\n")
                + "Package: cut\nStatus: install ok installed\nVers");
        assertThat(said.names()).containsExactly("a 1", "b 1");
        assertThat(said.diagnostics())
                .containsExactly(
                        "NOT_EXAMINED broken-stanza:5",
                        "NOT_EXAMINED broken-stanza:8",
                        "WARNING malformed-line:14",
                        "WARNING malformed-line:15",
                        "WARNING malformed-line:19",
                        "NOT_EXAMINED broken-stanza:17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n  \n\n"})
    void anEmptyDatabaseIsNotAnEmptySystem(String text) {
        assertThat(status(text).diagnostics()).containsExactly("NOT_EXAMINED empty-package-database");
    }

    @Test
    void binaryGarbageIsBounded() {
        Cataloged said = status("\u0001\uFFFD\n".repeat(10_000));
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).hasSize(DiagnosticBudget.MOST + 1).contains("WARNING malformed-line:1");
    }

    @Test
    void hostileNumbersOfPackagesEndWithADiagnostic() {
        Cataloged said = status(installed("a", "").repeat(StatusFile.MAX_PACKAGES + 1));
        assertThat(said.packages()).hasSize(StatusFile.MAX_PACKAGES);
        assertThat(said.diagnostics()).hasSize(1).first().asString().startsWith("NOT_EXAMINED too-many-packages");
    }

    @Test
    void filesInStatusDNeedNoStatus() {
        Cataloged said = Cataloged.by(
                new DpkgCataloger(), "var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 12.4+deb12u15\n");
        assertThat(said.names()).containsExactly("base-files 12.4+deb12u15");
        assertThat(said.diagnostics()).isEmpty();
    }

    @Test
    void aStatedStatusCountsInStatusDToo() {
        Cataloged said = Cataloged.by(
                new DpkgCataloger(),
                "var/lib/dpkg/status.d/base",
                "Package: base-files\nVersion: 1\nStatus: deinstall ok config-files\n");
        assertThat(said.packages()).isEmpty();
    }

    @Test
    void listsTellOwnersWithoutTheirDirectories() {
        Cataloged said = Cataloged.by(
                new DpkgCataloger(),
                "var/lib/dpkg/info/libc6:amd64.list",
                "/.\n/lib\n/lib/x\n/lib/x/libc.so.6\n/lib/xy\n/usr/share/doc/libc6\n/usr/share/doc/libc6/copy right\n\n");
        assertThat(said.owned())
                .containsExactly(
                        "deb libc6 /lib/x/libc.so.6", "deb libc6 /lib/xy", "deb libc6 /usr/share/doc/libc6/copy right");
        assertThat(said.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"var/lib/dpkg/info/base-files.md5sums", "var/lib/dpkg/status.d/base-files.md5sums"})
    void checksumsTellOwners(String path) {
        Cataloged said = Cataloged.by(new DpkgCataloger(), path, """
                07d31e7e63800ab1b7966980709c51eb  usr/lib/os-release
                not a sum
                0a540d50c157ed0070459b82c358a05a  usr/share/a b
                """);
        assertThat(said.owned()).containsExactly("deb base-files usr/lib/os-release", "deb base-files usr/share/a b");
        assertThat(said.diagnostics()).containsExactly("WARNING malformed-line:2");
    }

    @Test
    void pathsThatNoSystemHasAreRefused() {
        Cataloged said = Cataloged.by(
                new DpkgCataloger(), "var/lib/dpkg/info/a.list", "/ok\n/" + "x".repeat(5000) + "\n/fine\n");
        assertThat(said.owned()).containsExactly("deb a /ok", "deb a /fine");
        assertThat(said.diagnostics()).containsExactly("WARNING malformed-line:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etc/apt/sources.list",
                "opt/var/lib/dpkg/info/a.list",
                "opt/var/lib/dpkg/status.d/a",
                "var/lib/dpkg/info/a.postinst",
                "srv/backup.md5sums",
            })
    void otherFilesSayNothing(String path) {
        Cataloged said = Cataloged.by(new DpkgCataloger(), path, installed("a", ""));
        assertThat(said.packages()).isEmpty();
        assertThat(said.owned()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }
}
