package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnDescriptorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.jar | | g:shop:1 g:other:2 | g:shop:1",
                "shop-1.jar | | g:shop:1 g:shop-api:1 | g:shop:1",
                "shop-api-1.jar | | g:shop:1 g:shop-api:1 | g:shop-api:1",
                "reports-all-0.9.0.jar | | com.example:reports:0.9.0 c:commons-text:1.8 | com.example:reports:0.9.0",
                "reports-all.jar | | com.example:reports:0.9.0 c:commons-text:1.8 | com.example:reports:0.9.0",
                "foo-bar-1.0.jar | | g:foo:2.0 g:x:1 | none",
                "com.example.shop-1.0.jar | | com.example:shop:1.0 com.example:example:2 | com.example:shop:1.0",
                "SHOP-1.jar | | g:shop:1 g:x:1 | g:shop:1",
                "lib.jar | | g:shop:1 | g:shop:1",
                "lib.jar | | g:shop:1 g:x:1 | none",
                "lib.jar | Implementation-Title: shop | g:shop:1 g:x:1 | g:shop:1",
                "lib.jar | Bundle-SymbolicName: g.h.shop | g.h:shop:1 g:x:1 | g.h:shop:1",
                "plugin-2.0.jar | Implementation-Version: 2.0 | g:gson:2.8.5 | none",
                "plugin-2.0.jar | Created-By: me | g:gson:2.8.5 | g:gson:2.8.5",
                "plugin.jar | Implementation-Title: plugin | g:gson:2.8.5 | g:gson:2.8.5",
                "x.jar | | | none",
            })
    void choosesTheArchivesOwn(String file, String attribute, String descriptors, String expected) {
        List<MavenDescriptor> all = descriptors == null
                ? List.of()
                : Arrays.stream(descriptors.split(" ", -1))
                        .map(OwnDescriptorTest::descriptor)
                        .toList();
        JarManifest manifest =
                attribute == null ? JarManifest.EMPTY : JarManifest.parse(attribute.getBytes(StandardCharsets.UTF_8));

        MavenDescriptor own = OwnDescriptor.choose(ArchiveName.parse(file), manifest, all);

        String name = own == null
                ? "none"
                : own.coordinates().name() + ":" + own.coordinates().version();
        assertThat(name).isEqualTo(expected);
    }

    private static MavenDescriptor descriptor(String text) {
        String[] parts = text.split(":", -1);
        return new MavenDescriptor(new Coordinates(parts[0], parts[1], parts[2]), "pom.properties", true, null);
    }
}
