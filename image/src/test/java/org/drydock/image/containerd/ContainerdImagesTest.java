package org.drydock.image.containerd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.json.JsonReader;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerdImagesTest {
    private static final String NAME = "docker.io/library/shop:1";

    @TempDir
    Path root;

    private Path database = Path.of("");
    private String digest = "";

    @BeforeEach
    void anImage() throws IOException {
        Path content = new ImageBuilder()
                .layer(new TarBuilder().file("a", "1"), Packing.GZIP, "ADD base")
                .writeOciLayout(root.resolve("io.containerd.content.v1.content"));
        digest = JsonReader.read(Files.readAllBytes(content.resolve("index.json")), "index")
                .get("manifests")
                .elements()
                .getFirst()
                .get("digest")
                .text("");
        database = Files.createDirectories(root.resolve("io.containerd.metadata.v1.bolt"))
                .resolve("meta.db");
    }

    private void metadata(Map<String, String> digestByNamespace) throws IOException {
        Map<String, Object> namespaces = new TreeMap<>();
        digestByNamespace.forEach((namespace, of) -> namespaces.put(
                namespace,
                Map.of(
                        "images",
                        Map.of(
                                NAME,
                                Map.of(
                                        "target",
                                        new TreeMap<>(Map.of(
                                                "digest",
                                                of,
                                                "mediatype",
                                                "application/vnd.oci.image.manifest.v1+json")))))));
        Files.write(database, BoltBuilder.database(Map.of("v1", namespaces)));
    }

    private Image open(String name, String namespace) {
        return new ContainerdImages(root, namespace, Limits.DEFAULT).open("containerd:" + name, name, null);
    }

    @Test
    void imagesAreFoundByNameAndByDigest() throws IOException {
        metadata(Map.of("default", digest));
        for (String name : new String[] {NAME, "shop:1", digest}) {
            try (Image image = open(name, "")) {
                assertThat(image.manifestDigest()).hasToString(digest);
                assertThat(image.layers()).hasSize(1);
            }
        }
        assertThatThrownBy(() -> open("shop:2", "")).hasMessageContaining("no such image");
        assertThatThrownBy(() -> open("shop:1", "k8s.io")).hasMessageContaining("in namespace k8s.io");
    }

    @Test
    void namespacesThatDifferAreAChoice() throws IOException {
        metadata(Map.of("default", digest, "k8s.io", "sha256:" + "a".repeat(64)));
        assertThatThrownBy(() -> open("shop:1", "")).hasMessageContaining("default, k8s.io");
        open("shop:1", "default").close();
    }

    @Test
    void aDiscardedLayerIsExplained() throws IOException {
        metadata(Map.of("default", digest));
        try (Image image = open("shop:1", "")) {
            Files.delete(root.resolve("io.containerd.content.v1.content/blobs")
                    .resolve(String.valueOf(image.layers().getFirst().digest()).replace(':', '/')));
            assertThatThrownBy(() -> image.layers().getFirst().blob().open())
                    .hasMessageContaining("discard_unpacked_layers");
        }
    }

    @Test
    void damagedDatabasesAreErrors() throws IOException {
        metadata(Map.of("default", digest));
        byte[] whole = Files.readAllBytes(database);
        for (int length : new int[] {0, 100, 4096, 3 * 4096, 3 * 4096 + 20}) {
            Files.write(database, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> open("shop:1", "")).isInstanceOf(ImageException.class);
        }
        byte[] circular = whole.clone();
        circular[3 * 4096 + 8] = 1;
        circular[3 * 4096 + 16 + 8] = 3;
        Arrays.fill(circular, 3 * 4096 + 16 + 9, 3 * 4096 + 16 + 16, (byte) 0);
        Files.write(database, circular);
        assertThatThrownBy(() -> open("shop:1", ""))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> new ContainerdImages(root.resolve("no"), "", Limits.DEFAULT).open("x", "x:1", null))
                .hasMessageContaining("--containerd-root");
    }
}
