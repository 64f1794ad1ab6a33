package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.SourcePackage;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole databases, of distributions and of images whose packages were listed by rpm itself. */
class SharedDatabasesTest {
    @ParameterizedTest
    @CsvSource({
        "alma9-rpm, var/lib/rpm/rpmdb.sqlite",
        "alma9-rpm-ndb, usr/lib/sysimage/rpm/Packages.db",
        "alma8-rpm-bdb, var/lib/rpm/Packages",
    })
    void imagesHaveThePackagesThatRpmLists(String image, String path) {
        String expected = "images/expected/" + image + ".packages.json";
        List<String> listed = new ArrayList<>();
        for (JsonValue entry : JsonReader.read(RealDatabases.shared(expected), expected)
                .get("packages")
                .elements()) {
            listed.add(String.join(
                    "|",
                    entry.get("name").text(""),
                    entry.get("evr").text(""),
                    entry.get("arch").text(""),
                    entry.get("source").get("name").text("none"),
                    entry.get("source").get("version").text("none"),
                    entry.get("source").get("rpm").text(""),
                    entry.get("modularity").text("none")));
        }

        RecordingSink sink =
                RecordingSink.catalog(path, RealDatabases.inImage("images/small/" + image + ".oci.tar", path));

        assertThat(sink.packages).extracting(SharedDatabasesTest::line).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(sink.packages).isNotEmpty();
        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.owned).isNotEmpty();
    }

    @Test
    void aRealNdbDatabaseOfSuse() {
        RecordingSink sink = RecordingSink.catalog(
                "usr/lib/sysimage/rpm/Packages.db",
                RealDatabases.shared("conformance/rpmdb/sle15-bci-ndb-Packages.db"));

        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.packages).hasSize(35);
        assertThat(sink.names()).contains("glibc 2.31-9.3.2", "libgcc_s1 11.2.1+git610-1.3.9");
        assertThat(sink.owned).contains("glibc /lib64/libc.so.6").hasSizeGreaterThan(500);
        assertThat(sink.packages)
                .allMatch(p -> p.source() != null && !p.licenses().isEmpty());
    }

    @Test
    void aRealBerkeleyDatabase() {
        RecordingSink sink = RecordingSink.catalog(
                "var/lib/rpm/Packages", RealDatabases.shared("conformance/rpmdb/libuuid-bdb-Packages"));

        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.packages)
                .singleElement()
                .satisfies(found -> assertThat(found.name()).isEqualTo("libuuid"));
    }

    private static String line(CatalogedPackage found) {
        SourcePackage source = found.source();
        RpmMetadata facts = (RpmMetadata) found.metadata();
        return String.join(
                "|",
                found.name(),
                found.version(),
                found.architecture(),
                source == null ? "none" : source.name(),
                source == null ? "none" : source.version(),
                facts.sourceRpm(),
                orNone(facts.modularity()));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "none" : text;
    }
}
