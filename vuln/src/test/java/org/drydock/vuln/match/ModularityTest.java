package org.drydock.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModularityTest {
    private static Package rpm(@Nullable String label, String release) {
        return new Package(
                PackageType.RPM,
                "nodejs",
                "1:18.0-" + release,
                new Purl("rpm", "almalinux", "nodejs", "18.0-" + release),
                null,
                "x86_64",
                List.of(),
                List.of(new Location("/db", null)),
                null,
                new RpmMetadata(1, "18.0", release, label, "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, nodejs:18:90:el9, 1.el9, true",
                "nodejs:18, nodejs:18:90:el9, 1.el9, true",
                "nodejs:18, nodejs:18, 1.el9, true",
                "nodejs:1, nodejs:18:90:el9, 1.el9, false",
                "nodejs:20, nodejs:18:90:el9, 1.el9, false",
                "'', nodejs:18:90:el9, 1.el9, false",
                "*, nodejs:18:90:el9, 1.el9, true",
                "*, none, 1.el9, false",
                "nodejs:18, none, 1.el9, false",
                "nodejs:18, '', 1.el9, false",
                "'', none, 1.el9, true",
                "nodejs:18, none, 1.module_el8.5.0+2, true",
                "'', none, 1.module+el8.5.0+2, false",
            })
    void aStatementSpeaksOfItsOwnStreamOnly(
            @Nullable String module, @Nullable String label, String release, boolean speaks) {
        assertThat(Modularity.speaksOf(module, rpm(label, release))).isEqualTo(speaks);
    }
}
