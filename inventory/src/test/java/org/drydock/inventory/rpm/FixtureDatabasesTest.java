package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small databases that the formats' own tools wrote: see PROVENANCE beside them. */
class FixtureDatabasesTest {
    private static final String BETA = "drydock-beta-5.0~rc1-1.module_dd1+7.src.rpm";
    private static final SourcePackage BETA_SOURCE = new SourcePackage("drydock-beta", "5.0~rc1-1.module_dd1+7");
    private static final List<CatalogedPackage> PACKAGES = List.of(
            new CatalogedPackage(
                    PackageType.RPM,
                    "drydock-alpha",
                    "1.2.3-4.dd1",
                    new SourcePackage("drydock-alpha", "1.2.3-4.dd1"),
                    "noarch",
                    List.of("Apache-2.0 AND MIT"),
                    "",
                    new RpmMetadata(null, "1.2.3", "4.dd1", null, "Drydock", "drydock-alpha-1.2.3-4.dd1.src.rpm")),
            beta("drydock-beta", 2),
            beta("libbeta", 0));

    @ParameterizedTest
    @ValueSource(strings = {"rpmdb.sqlite", "bdb-little-endian.Packages", "bdb-big-endian.Packages"})
    void givesPackagesAndFiles(String name) {
        RecordingSink sink = RecordingSink.catalog("var/lib/rpm/Packages", RealDatabases.fixture(name));

        sink.packages.sort(Comparator.comparing(CatalogedPackage::name));
        assertThat(sink.packages).isEqualTo(PACKAGES);
        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.owned)
                .hasSize(4 + 61)
                .contains(
                        "drydock-alpha /etc/alpha.conf",
                        "drydock-alpha /usr/share/alpha",
                        "drydock-alpha /usr/share/alpha/grün.txt",
                        "drydock-beta /usr/lib/beta/module-number-159.so");
    }

    private static CatalogedPackage beta(String name, int epoch) {
        return new CatalogedPackage(
                PackageType.RPM,
                name,
                epoch + ":5.0~rc1-1.module_dd1+7",
                BETA_SOURCE,
                "x86_64",
                List.of("BSD-3-Clause"),
                "",
                new RpmMetadata(epoch, "5.0~rc1", "1.module_dd1+7", "beta:5:20261121:dd1", "Drydock", BETA));
    }
}
