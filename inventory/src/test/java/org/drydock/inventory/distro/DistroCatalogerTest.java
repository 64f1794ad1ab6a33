package org.drydock.inventory.distro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.ImagePath;
import org.drydock.inventory.Distro;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistroCatalogerTest {
    private static Cataloged read(String path, String text) {
        return Cataloged.by(new DistroCataloger(), path, text);
    }

    private static Distro osRelease(String text) {
        return read("etc/os-release", text).distros().getFirst();
    }

    @Test
    void readsOsRelease() {
        assertThat(osRelease("""
                        # who we are
                        PRETTY_NAME="Ubuntu 22.04.4 LTS"
                        NAME="Ubuntu"
                        VERSION_ID="22.04"
                        VERSION="22.04.4 LTS (Jammy Jellyfish)"
                        VERSION_CODENAME=jammy
                        ID=ubuntu
                        ID_LIKE="debian  other"
                        """))
                .isEqualTo(new Distro("ubuntu", List.of("debian", "other"), "22.04", "jammy", "Ubuntu 22.04.4 LTS"));
    }

    @Test
    void debianThatIsNotReleasedHasACodenameOnly() {
        assertThat(osRelease("PRETTY_NAME=\"Debian GNU/Linux forky/sid\"\nVERSION_CODENAME=forky\nID=debian\n"))
                .isEqualTo(new Distro("debian", List.of(), "", "forky", "Debian GNU/Linux forky/sid"));
    }

    @Test
    void oldFilesHaveTheCodenameInTheVersion() {
        assertThat(osRelease("ID=debian\nVERSION=\"8 (jessie)\"\nNAME=Debian\nVERSION_ID=8"))
                .isEqualTo(new Distro("debian", List.of(), "8", "jessie", "Debian 8 (jessie)"));
    }

    @Test
    void aReleaseNameIsNoCodename() {
        assertThat(osRelease("ID=almalinux\nID_LIKE=\"rhel centos\"\nVERSION=\"9.0 (Emerald Puma)\"\nVERSION_ID=9.0")
                        .codename())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "ID=Alpine; alpine",
                "ID='alpine'; alpine",
                "ID=\"alpine\"; alpine",
                "  ID=alpine # not said; alpine",
                "ID=a\\lpine; alpine",
                "ID=\"a\\\"b\\$\\`\\\\c\"; a\"b$`\\c",
                "ID=\"a\\lpine\"; a\\lpine",
                "ID='a\\lpine'; a\\lpine",
                "ID=al'pi'\"ne\"; alpine",
                "ID=\"alpine; alpine",
                "ID=other\\nID=alpine; alpine",
            })
    void valuesAreQuotedAsInAShell(String line, String id) {
        assertThat(osRelease(line.replace("\\n", "\n")).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etc/debian_version | 12.5 | debian | 12 | ''",
                "etc/debian_version | 7.11 | debian | 7 | ''",
                "etc/debian_version | trixie/sid | debian | '' | trixie",
                "etc/alpine-release | 3.11.6 | alpine | 3.11.6 | ''",
                "etc/redhat-release | CentOS Linux release 7.9.2009 (Core) | centos | 7 | ''",
                "etc/centos-release | CentOS release 6.10 (Final) | centos | 6 | ''",
                "etc/centos-release | CentOS Stream release 8 | centos | 8 | ''",
                "etc/redhat-release | Red Hat Enterprise Linux Server release 6.9 (Santiago) | rhel | 6.9 | ''",
                "etc/redhat-release | AlmaLinux release 9.0 (Emerald Puma) | almalinux | 9.0 | ''",
                "etc/redhat-release | Rocky Linux release 8.5 (Green Obsidian) | rocky | 8.5 | ''",
                "etc/redhat-release | Fedora release 38 (Thirty Eight) | fedora | 38 | ''",
                "etc/oracle-release | Oracle Linux Server release 6.10 | ol | 6.10 | ''",
                "etc/system-release | Amazon Linux AMI release 2018.03 | amzn | 2018.03 | ''",
                "etc/system-release | Amazon Linux release 2 (Karoo) | amzn | 2 | ''",
            })
    void releaseFilesOfOneLine(String path, String text, String id, String version, String codename) {
        Distro distro = read(path, "\n" + text + "\n").distros().getFirst();
        assertThat(distro.id()).isEqualTo(id);
        assertThat(distro.versionId()).isEqualTo(version);
        assertThat(distro.codename()).isEqualTo(codename);
    }

    @Test
    void readsLsbRelease() {
        String text = """
                DISTRIB_ID=Ubuntu
                DISTRIB_RELEASE=14.04
                DISTRIB_CODENAME=trusty
                DISTRIB_DESCRIPTION="Ubuntu 14.04.6 LTS"
                """;
        assertThat(read("etc/lsb-release", text).distros())
                .containsExactly(new Distro("ubuntu", List.of(), "14.04", "trusty", "Ubuntu 14.04.6 LTS"));
    }

    @Test
    void readsSuseRelease() {
        assertThat(read("etc/SuSE-release", "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n")
                        .distros())
                .containsExactly(
                        new Distro("sles", List.of("suse"), "11.4", "", "SUSE Linux Enterprise Server 11 (x86_64)"));
        assertThat(read("etc/SuSE-release", "openSUSE 13.2 (x86_64)\nVERSION = 13.2\nCODENAME = Harlequin\n")
                        .distros())
                .containsExactly(
                        new Distro("opensuse", List.of("suse"), "13.2", "harlequin", "openSUSE 13.2 (x86_64)"));
    }

    @ParameterizedTest
    @CsvSource({
        "etc/os-release, '', WARNING",
        "etc/os-release, NAME=x, WARNING",
        "usr/lib/os-release, ID=, WARNING",
        "etc/lsb-release, LSB_VERSION=:core, NOTE",
        "etc/redhat-release, Somebody's Linux release 3, NOTE",
        "etc/redhat-release, no number, NOTE",
        "etc/debian_version, '', NOTE",
        "etc/SuSE-release, '', NOTE",
        "etc/SuSE-release, Others, NOTE",
    })
    void whoNamesNoDistributionSaysSo(String path, String text, String level) {
        Cataloged said = read(path, text);
        assertThat(said.distros()).isEmpty();
        assertThat(said.diagnostics()).containsExactly(level + " unknown-distribution");
    }

    @Test
    void linesWithoutAssignmentAreNoted() {
        Cataloged said = read("etc/os-release", "hello\nID=alpine\n=x\n");
        assertThat(said.distros()).hasSize(1);
        assertThat(said.diagnostics()).containsExactly("NOTE malformed-line:1", "NOTE malformed-line:3");
    }

    @Test
    void hugeFilesAreNotRead() {
        assertThat(read("etc/os-release", "#".repeat(2 << 20)).diagnostics())
                .containsExactly("NOT_EXAMINED file-too-large");
    }

    @Test
    void ranksFollowReliability() {
        List<String> paths = List.of(
                "etc/os-release", "usr/lib/os-release", "etc/alpine-release", "etc/redhat-release", "etc/other");
        assertThat(paths.stream().map(p -> DistroCataloger.rank(new ImagePath(p))))
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opt/etc/os-release", "etc/os-release.bak"})
    void otherFilesSayNothing(String path) {
        Cataloged said = read(path, "ID=alpine\n");
        assertThat(said.distros()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }
}
