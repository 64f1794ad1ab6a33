package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Stores keep keys, so a scheme that makes other keys than before is another revision. */
final class KeysRevisionTest {
    private static final List<String> VERSIONS = List.of(
            "0",
            "1",
            "1.0",
            "1.0.0",
            "01.2",
            "1.2.3",
            "1.2.3.4",
            "10.20.30",
            "1.2.3-4",
            "1:2.3-4",
            "2:1.0~rc1-1",
            "1.0~beta",
            "1.0+build",
            "1.0+git20240101.abcdef-1ubuntu0.1",
            "1.0-r3",
            "1.2_alpha3",
            "1.2_p1-r0",
            "1.2a",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-rc.1+build.5",
            "1.0-SNAPSHOT",
            "1.0.Final",
            "2.0-jre",
            "1.0-sp1",
            "1!2.0",
            "1.0a1",
            "1.0rc2",
            "1.0.post1",
            "1.0.dev3",
            "1.0+local.7",
            "v1.2.3",
            "v0.0.0-20200101000000-abcdef123456",
            "v1.2.3+incompatible",
            "go1.21.3",
            "1.2.pre4",
            "dev-master",
            "1.x-dev",
            "1.0.0-beta2",
            "2147483648",
            "99999999999999999999999",
            "1.2.3-0ubuntu1~22.04.1",
            "3.0.22-1~deb12u2",
            "7.el9_2",
            "0:1.el8",
            "1.0^git1",
            "1.0-1.el9.x86_64",
            "é",
            "1.0 ",
            "",
            "latest",
            "not a version",
            "-1",
            "1..2");

    /** If this fails, raise {@link VersionSchemes#KEYS_REVISION} with it; stores then compare texts until imported anew. */
    @Test
    void aKeyThatChangesIsAnotherRevision() {
        CRC32C crc = new CRC32C();
        for (VersionScheme scheme : VersionSchemes.all()) {
            crc.update(scheme.id().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (String version : VERSIONS) {
                InstalledVersion.of(scheme, version)
                        .key()
                        .ifPresentOrElse(
                                key -> {
                                    crc.update(key.bytes());
                                    crc.update(key.coveredBytes());
                                },
                                () -> crc.update(0));
            }
        }
        assertThat(VersionSchemes.KEYS_REVISION + " " + HexFormat.of().toHexDigits((int) crc.getValue()))
                .isEqualTo("2 e782ba97");
    }
}
