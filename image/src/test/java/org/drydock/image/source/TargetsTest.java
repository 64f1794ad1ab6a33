package org.drydock.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.core.Limits;
import org.drydock.image.FileTree;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.Platform;
import org.drydock.image.Target;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.SharedFolder;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    @TempDir
    Path folder;

    private static ImageBuilder image() {
        return new ImageBuilder()
                .layer(new TarBuilder().file("a", "1"), Packing.GZIP, "ADD base")
                .layer(new TarBuilder().file("b", "2"), Packing.NONE, "RUN more");
    }

    private Path archive(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Target open(String reference) {
        return Targets.open(reference, null, Limits.DEFAULT);
    }

    private static Image openImage(String reference) {
        return (Image) open(reference);
    }

    @Test
    void anOciDirectoryIsRecognised() {
        Path layout = image().writeOciLayout(folder.resolve("layout"));
        try (Image image = openImage(layout.toString())) {
            assertThat(image.layers()).hasSize(2);
            assertThat(image.layers().get(1).origin().createdBy()).isEqualTo("RUN more");
            assertThat(image.platform()).hasToString("linux/amd64");
            assertThat(image.manifestDigest()).isNotNull();
            assertThat(image.tags()).containsExactly("latest");
        }
    }

    @Test
    void archivesAreRecognisedByTheirContent() throws IOException {
        try (Image oci = openImage(archive("x", image().ociArchive()).toString());
                Image docker =
                        openImage(archive("y", image().dockerArchive("shop:1")).toString());
                Image packed = openImage(archive("z", ImageBuilder.gzip(image().dockerArchive("shop:1")))
                        .toString())) {
            assertThat(oci.configDigest()).isEqualTo(docker.configDigest()).isEqualTo(packed.configDigest());
            assertThat(docker.tags()).containsExactly("shop:1");
            assertThat(docker.layers().get(0).digest()).isNull();
        }
    }

    @Test
    void aTagChoosesTheImage() throws IOException {
        String path = archive("y", image().dockerArchive("shop:1")).toString();
        try (Image image = openImage("docker-archive:" + path + ":shop:1")) {
            assertThat(image.tags()).containsExactly("shop:1");
        }
        assertThatThrownBy(() -> open("docker-archive:" + path + ":shop:2"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("shop:1");
    }

    @Test
    void aChangedManifestIsRefused() throws IOException {
        Path layout = image().writeOciLayout(folder.resolve("layout"));
        try (var blobs = Files.list(layout.resolve("blobs/sha256"))) {
            Path config = blobs.filter(TargetsTest::isConfig).findFirst().orElseThrow();
            Files.writeString(config, Files.readString(config).replace("amd64", "arm64"));
        }
        assertThatThrownBy(() -> open(layout.toString()))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("wrong digest");
    }

    private static boolean isConfig(Path blob) {
        try {
            return new String(Files.readAllBytes(blob), StandardCharsets.ISO_8859_1).startsWith("{\"os\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aMissingBlobIsNamed() throws IOException {
        Path layout = image().writeOciLayout(folder.resolve("layout"));
        try (var blobs = Files.list(layout.resolve("blobs/sha256"))) {
            Files.delete(blobs.filter(TargetsTest::isConfig).findFirst().orElseThrow());
        }
        assertThatThrownBy(() -> open("oci-dir:" + layout))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void theWrongPlatformIsRefused() {
        Path layout = image().writeOciLayout(folder.resolve("layout"));
        assertThatThrownBy(() -> Targets.open(layout.toString(), Platform.parse("linux/arm64"), Limits.DEFAULT))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("linux/arm64");
    }

    @ParameterizedTest
    @CsvSource({"linux/amd64, amd64, ''", "linux/arm64, arm64, v8", "linux/arm64/v8, arm64, v8"})
    void aPlatformIsChosenFromANestedIndex(String wanted, String architecture, String variant) {
        Path archive =
                SharedFolder.find("images/small/alpine311-multiarch.oci.tar").orElse(null);
        Assumptions.assumeTrue(archive != null, "shared/images is not there");
        try (Image image = (Image) Targets.open(String.valueOf(archive), Platform.parse(wanted), Limits.DEFAULT)) {
            assertThat(image.platform().architecture()).isEqualTo(architecture);
            assertThat(image.layers()).hasSize(2);
        }
    }

    @Test
    void aPlatformThatIsNotThereIsAnErrorThatListsTheOthers() {
        Path archive =
                SharedFolder.find("images/small/alpine311-multiarch.oci.tar").orElse(null);
        Assumptions.assumeTrue(archive != null, "shared/images is not there");
        assertThatThrownBy(() -> Targets.open(String.valueOf(archive), Platform.parse("linux/s390x"), Limits.DEFAULT))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("linux/amd64, linux/arm64/v8")
                .hasMessageNotContaining("unknown");
    }

    @Test
    void truncatedArchivesAreRefused() throws IOException {
        byte[] whole = image().ociArchive();
        for (int length : new int[] {0, 100, 512, 1000, whole.length / 2, whole.length - 3000}) {
            Path cut = archive("cut", java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> open("oci-archive:" + cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(org.drydock.core.DrydockException.class)
                    .hasMessageContaining("cut");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "oci-dir:nowhere", "dir:nowhere", "registry:alpine", "docker:alpine", "bogus:x"})
    void whatIsNotThereIsAClearError(String reference) {
        assertThatThrownBy(() -> open(reference))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(reference + ": ");
    }

    @Test
    void directoriesAndFilesAreTrees() throws IOException {
        Path file = archive("some.jar", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(open(file.toString())).isEqualTo(new FileTree(file.toString(), file, false));
        assertThat(open("dir:" + folder)).isEqualTo(new FileTree("dir:" + folder, folder, false));
        assertThat(open("host")).isEqualTo(new FileTree("host", Path.of("/"), true));
    }
}
