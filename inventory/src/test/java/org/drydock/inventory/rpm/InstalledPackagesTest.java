package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.drydock.core.Limits;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledPackagesTest {
    private final RecordingSink sink = new RecordingSink();

    @Test
    void aPackageHasAllItStates() {
        read(HeaderBuilder.of("npm", "8.19.2", "1.el9")
                .ints(RpmTag.EPOCH, 1)
                .string(RpmTag.VENDOR, "AlmaLinux")
                .string(RpmTag.LICENSE, "MIT")
                .string(RpmTag.ARCH, "x86_64")
                .string(RpmTag.SOURCERPM, "nodejs-18.9.1-1.el9.src.rpm")
                .string(RpmTag.MODULARITYLABEL, "nodejs:18:90:rhel9"));

        assertThat(sink.packages)
                .containsExactly(new CatalogedPackage(
                        PackageType.RPM,
                        "npm",
                        "1:8.19.2-1.el9",
                        new SourcePackage("nodejs", "18.9.1-1.el9"),
                        "x86_64",
                        List.of("MIT"),
                        "",
                        new RpmMetadata(
                                1,
                                "8.19.2",
                                "1.el9",
                                "nodejs:18:90:rhel9",
                                "AlmaLinux",
                                "nodejs-18.9.1-1.el9.src.rpm")));
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void whatIsNotStatedIsNotMadeUp() {
        read(HeaderBuilder.of("a", "1", "2"));

        assertThat(sink.packages)
                .containsExactly(new CatalogedPackage(
                        PackageType.RPM,
                        "a",
                        "1-2",
                        null,
                        "",
                        List.of(),
                        "",
                        new RpmMetadata(null, "1", "2", null, "", "")));
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void anEmptyModularityLabelIsNotAnAbsentOne() {
        read(HeaderBuilder.of("a", "1", "2").string(RpmTag.MODULARITYLABEL, ""));

        assertThat(sink.packages.getFirst().metadata()).isEqualTo(new RpmMetadata(null, "1", "2", "", "", ""));
    }

    @Test
    void anEpochOfZeroIsStated() {
        read(HeaderBuilder.of("a", "1", "2").ints(RpmTag.EPOCH, 0));

        assertThat(sink.names()).containsExactly("a 0:1-2");
    }

    @Test
    void signingKeysAreNoPackages() {
        read(HeaderBuilder.of("gpg-pubkey", "c105b9de", "4e0fd3a3"));

        assertThat(sink.packages).isEmpty();
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void filesAreOwned() {
        read(HeaderBuilder.of("a", "1", "2")
                .ints(RpmTag.DIRINDEXES, 1, 0, 1)
                .strings(RpmTag.BASENAMES, "grün", "a.conf", "b")
                .strings(RpmTag.DIRNAMES, "/etc/", "/usr/bin/"));

        assertThat(sink.owned).containsExactly("a /usr/bin/grün", "a /etc/a.conf", "a /usr/bin/b");
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void oldPackagesOwnFilesByWholePaths() {
        read(HeaderBuilder.of("a", "1", "2").strings(RpmTag.OLDFILENAMES, "/etc/a.conf", "/usr/bin/a"));

        assertThat(sink.owned).containsExactly("a /etc/a.conf", "a /usr/bin/a");
    }

    @Test
    void whatRpmAddedAtInstallationWins() {
        read(HeaderBuilder.of("a", "1", "2")
                .ints(RpmTag.DIRINDEXES, 0)
                .strings(RpmTag.BASENAMES, "a")
                .strings(RpmTag.DIRNAMES, "/usr/")
                .strings(RpmTag.DIRNAMES, "/opt/relocated/"));

        assertThat(sink.owned).containsExactly("a /opt/relocated/a");
    }

    @Test
    void filesThatCannotBeToldAreToldOf() {
        read(HeaderBuilder.of("a", "1", "2")
                .ints(RpmTag.DIRINDEXES, 0, 7, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0)
                .strings(RpmTag.BASENAMES, "first", "second", "third", "fourth", "fifth", "sixth")
                .strings(RpmTag.DIRNAMES, "/etc/"));

        assertThat(sink.names()).containsExactly("a 1-2");
        assertThat(sink.owned).containsExactly("a /etc/first", "a /etc/sixth");
        assertThat(sink.diagnostics).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo("corrupt-package-database");
            assertThat(d.message()).isEqualTo("not all files of a can be told");
        });
    }

    @Test
    void oneLongDirectoryNamedOverAndOverEnds() {
        int files = 20_000;
        String[] names = new String[files];
        Arrays.fill(names, "");
        read(HeaderBuilder.of("a", "1", "2")
                .ints(RpmTag.DIRINDEXES, new int[files])
                .strings(RpmTag.BASENAMES, names)
                .strings(RpmTag.DIRNAMES, "/" + "d".repeat(4000)));

        assertThat(sink.owned).hasSizeBetween(1, 1000);
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME", "VERSION", "RELEASE", "EPOCH"})
    void aPackageWithoutWholeIdentityIsLeftOutAndToldOf(RpmTag lost) {
        HeaderBuilder header = HeaderBuilder.of("a", "1", "2").ints(RpmTag.EPOCH, 3);
        read(header.entry(lost, HeaderBuilder.STRING, 1 << 30, 1));

        assertThat(sink.packages).isEmpty();
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
        assertThat(sink.diagnostics).anyMatch(d -> d.message().endsWith("its identity cannot be read"));
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 2", "a, '', 2", "a, 1, ''"})
    void aPackageWithEmptyIdentityIsLeftOut(String name, String version, String release) {
        read(HeaderBuilder.of(name, version, release));

        assertThat(sink.packages).isEmpty();
        assertThat(sink.codes()).containsExactly("corrupt-package-database");
    }

    @Test
    void aPackageMissingLesserFactsIsStillThere() {
        read(HeaderBuilder.of("a", "1", "2")
                .entry(RpmTag.LICENSE, HeaderBuilder.STRING, -1, 1)
                .entry(RpmTag.SOURCERPM, HeaderBuilder.INT32, 0, 1)
                .entry(RpmTag.BASENAMES, HeaderBuilder.STRING_ARRAY, 0, Integer.MAX_VALUE));

        assertThat(sink.names()).containsExactly("a 1-2");
        assertThat(sink.diagnostics).hasSizeGreaterThan(2);
    }

    @Test
    void aHeaderCutShortGivesWhatIsLeft() {
        byte[] header = HeaderBuilder.withFiles("a", 50).build();
        int withoutFiles = 8 + 7 * 16 + "a_1_1_x86_64_".length();

        for (int length = 0; length < header.length; length++) {
            RecordingSink cut = new RecordingSink();
            read(cut, Arrays.copyOf(header, length));
            assertThat(cut.codes()).containsExactly("corrupt-package-database");
            assertThat(cut.packages).hasSize(length >= withoutFiles - "x86_64_".length() ? 1 : 0);
        }
    }

    private void read(HeaderBuilder header) {
        read(sink, header.build());
    }

    private static void read(RecordingSink sink, byte[] header) {
        try (Damage damage = new Damage(sink)) {
            new InstalledPackages(sink, damage, Limits.DEFAULT, header.length)
                    .header(":page 2", ByteBuffer.wrap(header));
        }
    }
}
