package org.drydock.image.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.Limits;
import org.drydock.image.EntryContent;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.ImageReference;
import org.drydock.image.Layer;
import org.drydock.image.WalkTotals;
import org.drydock.image.walk.LayerWalker;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.drydock.testkit.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryImagesTest {
    @TempDir
    Path folder;

    private final TestRegistry registry = new TestRegistry();
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private byte[] noise = new byte[0];

    @BeforeEach
    void serveAnImage() {
        noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        ImageBuilder image = new ImageBuilder()
                .layer(new TarBuilder().file("etc/a", "1"), Packing.GZIP, "ADD base")
                .layer(new TarBuilder().file("noise", noise), Packing.NONE, "RUN more");
        registry.layout(image.writeOciLayout(folder.resolve("layout")), "1.0");
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private Image open(String rest) {
        return open(rest, options(Map.of()));
    }

    private RegistryOptions options(Map<String, String> environment) {
        return new RegistryOptions(Map.of(), Set.of(registry.host()), Set.of(), List.of(), environment);
    }

    private Image open(String rest, RegistryOptions options) {
        String name = registry.host() + "/" + rest;
        return RegistryImages.open(
                "registry:" + name,
                ImageReference.parse(name),
                null,
                Limits.DEFAULT,
                options,
                new RegistryClient(options, waits::add, InstantSource.system(), Duration.ofSeconds(5)));
    }

    private static List<String> files(Layer layer) {
        List<String> files = new ArrayList<>();
        WalkTotals totals = LayerWalker.walk(
                layer,
                Limits.DEFAULT,
                new EntryVisitor() {
                    @Override
                    public void visit(FileEntry entry, EntryContent content) {
                        files.add(entry.path().value());
                    }

                    @Override
                    public void diagnostic(Diagnostic diagnostic) {
                        throw new AssertionError(diagnostic.toString());
                    }
                },
                _ -> {});
        assertThat(totals.complete()).isTrue();
        return files;
    }

    @Test
    void layersStreamAndNothingIsReadBeforeTheyAreAskedFor() {
        try (Image image = open("team/shop:1.0")) {
            assertThat(registry.blobRequests()).as("only the configuration").isEqualTo(1);
            assertThat(image.layers()).hasSize(2);
            assertThat(image.tags()).containsExactly(registry.host() + "/team/shop:1.0");
            assertThat(files(image.layers().get(0))).containsExactly("etc/a");
            assertThat(files(image.layers().get(1))).containsExactly("noise");
            assertThat(registry.blobRequests()).isEqualTo(3);
        }
    }

    @Test
    void anInterruptedDownloadGoesOnWhereItBroke() {
        try (Image image = open("shop:1.0")) {
            registry.cut(100_000, 2);
            assertThat(files(image.layers().get(1))).containsExactly("noise");
            assertThat(registry.blobRanges()).hasSize(4);
            assertThat(registry.blobRanges().get(2)).startsWith("bytes=").isNotEqualTo("bytes=0-");
            long second = Long.parseLong(registry.blobRanges().get(2).replaceAll("[^0-9]", ""));
            long third = Long.parseLong(registry.blobRanges().get(3).replaceAll("[^0-9]", ""));
            assertThat(second).isPositive();
            assertThat(third).as("a cut may come before any byte of it").isGreaterThanOrEqualTo(second);
        }
    }

    @Test
    void aServerWithoutRangesIsReadAgainFromTheStart() {
        registry.withoutRanges();
        try (Image image = open("shop:1.0")) {
            registry.cut(100_000, 1);
            assertThat(files(image.layers().get(1))).containsExactly("noise");
        }
    }

    @Test
    void aConnectionThatAlwaysBreaksIsAnError() {
        try (Image image = open("shop:1.0")) {
            registry.cut(1, Integer.MAX_VALUE);
            Layer layer = image.layers().get(1);
            registry.close();
            assertThatThrownBy(() -> files(layer))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("no connection");
        }
    }

    @Test
    void otherBytesThanTheDigestSaysAreRefused() {
        try (Image image = open("shop:1.0")) {
            Layer layer = image.layers().get(1);
            byte[] changed = new TarBuilder().file("evil", noise).build();
            registry.blob(String.valueOf(layer.digest()), java.util.Arrays.copyOf(changed, (int) layer.size()));
            assertThatThrownBy(() -> files(layer))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("wrong d");
        }
    }

    @Test
    void moreBytesThanStatedAreRefused() {
        try (Image image = open("shop:1.0")) {
            Layer layer = image.layers().get(1);
            registry.blob(String.valueOf(layer.digest()), new byte[(int) layer.size() + 1_000_000]);
            assertThatThrownBy(() -> files(layer)).isInstanceOf(ImageException.class);
        }
    }

    @Test
    void aRateLimitIsWaitedFor() {
        registry.limitRate(2, "7");
        open("shop:1.0").close();
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void aRateLimitThatStaysIsToldWithTheWayOut() {
        registry.limitRate(100, "1");
        assertThatThrownBy(() -> open("shop:1.0"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("rate limit")
                .hasMessageContaining("slow down")
                .hasMessageContaining("docker login");
    }

    @Test
    void anybodyGetsATokenWhereTheRegistryWantsOne() {
        registry.wantTokens("");
        open("shop:1.0").close();
        assertThat(registry.requests())
                .anyMatch(r -> r.startsWith("/token?service=test&scope=repository:x:pull"))
                .anyMatch(r -> r.contains("/manifests/1.0") && r.endsWith("Bearer secret-token"));
    }

    @Test
    void loginsComeFromDockersConfiguration() throws Exception {
        registry.wantTokens("ann:pass:word");
        String auth = Base64.getEncoder().encodeToString("ann:pass:word".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("config.json"),
                "{\"auths\":{\"http://" + registry.host() + "/v1/\":{\"auth\":\"" + auth + "\"}}}");
        open("shop:1.0", options(Map.of("DOCKER_CONFIG", folder.toString()))).close();
        assertThatThrownBy(() -> open("shop:1.0")).hasMessageContaining("docker login " + registry.host());
    }

    @Test
    void loginsComeFromHelpers() throws Exception {
        registry.wantTokens("bob:s3cret");
        Path helper = Files.writeString(
                folder.resolve("docker-credential-test"),
                "#!/bin/sh\nread host\n[ \"$host\" = " + registry.host()
                        + " ] && echo '{\"Username\":\"bob\",\"Secret\":\"s3cret\"}'\n");
        assertThat(helper.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("config.json"), "{\"credHelpers\":{\"" + registry.host() + "\":\"test\"}}");
        Map<String, String> environment = Map.of("DOCKER_CONFIG", folder.toString(), "PATH", folder + ":/usr/bin:/bin");
        open("shop:1.0", options(environment)).close();

        Files.writeString(folder.resolve("config.json"), "{\"credsStore\":\"absent\"}");
        assertThatThrownBy(() -> open("shop:1.0", options(environment)))
                .hasMessageContaining("docker-credential-absent");
    }

    @Test
    void podmansFileKnowsRepositories() throws Exception {
        registry.wantTokens("eve:x");
        String good = Base64.getEncoder().encodeToString("eve:x".getBytes(StandardCharsets.UTF_8));
        String bad = Base64.getEncoder().encodeToString("eve:y".getBytes(StandardCharsets.UTF_8));
        Path file = Files.writeString(
                folder.resolve("auth.json"),
                "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\"" + bad + "\"},\"" + registry.host()
                        + "/team\":{\"auth\":\"" + good + "\"}}}");
        RegistryOptions options = options(Map.of("REGISTRY_AUTH_FILE", file.toString()));
        open("team/shop:1.0", options).close();
        assertThatThrownBy(() -> open("shop:1.0", options)).hasMessageContaining("log in again");
    }

    @Test
    void whatAuthorizesStaysWithItsHost() {
        try (TestRegistry store = new TestRegistry().layout(folder.resolve("layout"), "1.0")) {
            registry.wantTokens("").redirectBlobs(store.host());
            try (Image image = open("shop:1.0")) {
                assertThat(files(image.layers().get(0))).containsExactly("etc/a");
            }
            assertThat(store.requests()).isNotEmpty().noneMatch(r -> r.contains("Bearer"));
        }
    }

    @Test
    void mirrorsComeFirstAndFailuresGoOnToTheRegistry() {
        try (TestRegistry mirror = new TestRegistry()) {
            RegistryOptions options = new RegistryOptions(
                    Map.of(registry.host(), List.of(mirror.host() + "/hub")),
                    Set.of(registry.host(), mirror.host()),
                    Set.of(),
                    List.of(),
                    Map.of());
            open("shop:1.0", options).close();
            assertThat(mirror.requests()).first().asString().startsWith("/v2/hub/shop/manifests/1.0");
            mirror.layout(folder.resolve("layout"), "1.0");
            int before = registry.requests().size();
            open("shop:1.0", options).close();
            assertThat(registry.requests()).hasSize(before);
        }
    }

    @Test
    void manifestsOfSchema1AreRefusedWithTheWayOut() {
        registry.manifest(
                "old",
                "application/vnd.docker.distribution.manifest.v1+prettyjws",
                "{\"schemaVersion\":1,\"fsLayers\":[]}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open("shop:old"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("schema 1")
                .hasMessageContaining("push it again");
    }

    @Test
    void whatIsNotThereIsToldInALine() {
        assertThatThrownBy(() -> open("shop:9"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("no such image")
                .hasMessageContaining("manifest unknown");
    }

    @Test
    void aManifestThatIsNotItsDigestIsRefused() {
        String digest = "sha256:" + "a".repeat(64);
        registry.manifest(digest, "application/vnd.oci.image.manifest.v1+json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open("shop@" + digest))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("wrong digest");
    }

    @Test
    void referrersComeFromTheApiOrFromTheTagThatStandsInForIt() {
        Digest subject = Digest.parse("sha256:" + "b".repeat(64));
        ImageReference image = ImageReference.parse(registry.host() + "/shop:1.0");
        byte[] index =
                ("{\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"sha256:"
                                + "c".repeat(64)
                                + "\",\"artifactType\":\"application/spdx+json\",\"annotations\":{\"a\":\"b\"}}]}")
                        .getBytes(StandardCharsets.UTF_8);
        RegistryOptions options = options(Map.of());
        assertThat(RegistryImages.referrers(image, subject, Limits.DEFAULT, options))
                .isEmpty();
        registry.manifest("sha256-" + subject.hex(), "application/vnd.oci.image.index.v1+json", index);
        assertThat(RegistryImages.referrers(image, subject, Limits.DEFAULT, options))
                .singleElement()
                .satisfies(r -> assertThat(r.artifactType()).isEqualTo("application/spdx+json"));
        registry.withReferrersApi().manifest("referrers", "application/vnd.oci.image.index.v1+json", index);
        assertThat(RegistryImages.referrers(image, subject, Limits.DEFAULT, options))
                .hasSize(1);
    }
}
