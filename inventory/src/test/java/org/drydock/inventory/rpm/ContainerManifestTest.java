package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerManifestTest {
    @Test
    void aLineIsAPackage() {
        RecordingSink sink = read(
                "openssl-libs\t3.3.0-1.azl3\t1722\t1721\tMicrosoft Corporation\t(none)\t99\tx86_64\t0\topenssl-3.3.0-1.azl3.src.rpm\n");

        assertThat(sink.packages)
                .containsExactly(new CatalogedPackage(
                        PackageType.RPM,
                        "openssl-libs",
                        "3.3.0-1.azl3",
                        new SourcePackage("openssl", "3.3.0-1.azl3"),
                        "x86_64",
                        List.of(),
                        "",
                        new RpmMetadata(
                                null,
                                "3.3.0",
                                "1.azl3",
                                null,
                                "Microsoft Corporation",
                                "openssl-3.3.0-1.azl3.src.rpm")));
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void theEpochIsThereWhereStated() {
        RecordingSink sink =
                read("a\t1-2\t1\t1\tv\t4\t9\tnoarch\t4\t(none)\r\n\nb\t1-2\t1\t1\tv\t0\t9\tnoarch\t0\t(none)");

        assertThat(sink.names()).containsExactly("a 4:1-2", "b 0:1-2");
        assertThat(sink.packages).allMatch(p -> p.source() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b",
                "b\t1-2\tx",
                "\t1-2\t1\t1\tv\t4\t9\tnoarch\t4\tx",
                "b\t1-\t1\t1\tv\t4\t9\tnoarch\t4\tx",
                "b\t12\t1\t1\tv\t4\t9\tnoarch\t4\tx",
                "b\t1-2\t1\t1\tv\tfour\t9\tnoarch\t4\tx",
                "b\t1-2\t1\t1\tv\t99999999999\t9\tnoarch\t4\tx",
            })
    void otherLinesAreToldOf(String line) {
        RecordingSink sink = read("a\t1-2\t1\t1\tv\t(none)\t9\tnoarch\t0\ta-1-2.src.rpm\n" + line + "\n");

        assertThat(sink.names()).containsExactly("a 1-2");
        assertThat(sink.diagnostics)
                .singleElement()
                .satisfies(d -> assertThat(d.place()).isEqualTo(":2"));
    }

    private static RecordingSink read(String text) {
        return RecordingSink.catalog("var/lib/rpmmanifest/container-manifest-2", text.getBytes(StandardCharsets.UTF_8));
    }
}
