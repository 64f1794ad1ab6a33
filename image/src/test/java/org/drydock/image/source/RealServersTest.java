package org.drydock.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.drydock.core.Limits;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.registry.RegistryOptions;
import org.drydock.json.JsonReader;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.RegistryPush;
import org.drydock.testkit.ServerProcess;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the servers of others, where the machine has them: each is started here, on the loopback, and stopped here. */
class RealServersTest {
    @TempDir
    Path folder;

    private final ImageBuilder image = new ImageBuilder()
            .layer(new TarBuilder().file("etc/a", "1"), Packing.GZIP, "ADD base")
            .layer(new TarBuilder().file("etc/b", "2"), Packing.NONE, "RUN more");
    private Path layout = Path.of("");
    private String manifest = "";

    @BeforeEach
    void anImage() throws IOException {
        layout = image.writeOciLayout(folder.resolve("layout"));
        manifest = JsonReader.read(Files.readAllBytes(layout.resolve("index.json")), "index.json")
                .get("manifests")
                .elements()
                .getFirst()
                .get("digest")
                .text("");
    }

    private static Path wanted(String... names) {
        Optional<Path> command = ServerProcess.command(names);
        Assumptions.assumeTrue(command.isPresent(), () -> skipped("this machine has no " + names[0]));
        return command.orElseThrow();
    }

    private static void mustRun(Path folder, Map<String, String> environment, String... command) {
        assertThat(ServerProcess.run(folder, environment, command))
                .as(String.join(" ", command))
                .isPresent();
    }

    private static String skipped(String why) {
        System.out.println("SKIPPED: " + why);
        return why;
    }

    private static ServerProcess started(Optional<ServerProcess> server) {
        Assumptions.assumeTrue(server.isPresent(), "the server does not start here");
        return server.orElseThrow();
    }

    private ServerProcess registry(int port, String more) throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.yml"),
                "version: 0.1\nstorage: {filesystem: {rootdirectory: " + folder.resolve("data") + "}}\n"
                        + "http:\n  addr: 127.0.0.1:" + port + "\n" + more);
        return started(ServerProcess.start(
                folder,
                Map.of(),
                List.of(wanted("docker-registry", "registry").toString(), "serve", config.toString()),
                () -> ServerProcess.listens(port)));
    }

    private TargetOptions options(RegistryOptions registries, Map<String, String> environment) {
        return new TargetOptions(
                null,
                Limits.DEFAULT,
                registries,
                folder.resolve("containerd"),
                false,
                environment,
                folder.resolve("kept"));
    }

    private static void isTheImage(Image opened) throws IOException {
        try (opened) {
            assertThat(opened.layers()).hasSize(2);
            assertThat(opened.layers().get(1).origin().createdBy()).isEqualTo("RUN more");
            try (InputStream layer = opened.layers().get(1).blob().open()) {
                assertThat(new String(layer.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .contains("etc/b");
            }
        }
    }

    @Test
    void aRegistryOnThisMachineNeedsNoTls() throws Exception {
        int port = ServerProcess.freePort();
        try (ServerProcess _ = registry(port, "")) {
            new RegistryPush("http://127.0.0.1:" + port, SSLContext.getDefault(), "")
                    .push(layout, manifest, "team/shop", "1");
            TargetOptions options = options(RegistryOptions.of(Map.of()), Map.of("DOCKER_HOST", "unix:///nowhere"));
            isTheImage((Image) Targets.open("registry:127.0.0.1:" + port + "/team/shop:1", options));
            isTheImage((Image) Targets.open("127.0.0.1:" + port + "/team/shop@" + manifest, options));
            assertThatThrownBy(() -> Targets.open("127.0.0.1:" + port + "/team/shop:2", options))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("no such image");
        }
    }

    @Test
    void tlsAndPasswordsAreWhatTheOptionsSay() throws Exception {
        Path htpasswd = wanted("htpasswd");
        Path openssl = wanted("openssl");
        String file = ServerProcess.run(folder, Map.of(), htpasswd.toString(), "-Bbn", "ann", "secret")
                .orElseThrow();
        Files.writeString(folder.resolve("htpasswd"), file.strip() + "\n");
        Assumptions.assumeTrue(ServerProcess.run(
                        folder,
                        Map.of(),
                        openssl.toString(),
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout",
                        "key.pem",
                        "-out",
                        "ca.pem")
                .isPresent());
        int port = ServerProcess.freePort();
        String host = "127.0.0.1:" + port;
        String more = "  tls: {certificate: " + folder.resolve("ca.pem") + ", key: " + folder.resolve("key.pem") + "}\n"
                + "auth: {htpasswd: {realm: test, path: " + folder.resolve("htpasswd") + "}}\n";
        String auth = Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("config.json"), "{\"auths\":{\"" + host + "\":{\"auth\":\"" + auth + "\"}}}");
        Map<String, String> environment = Map.of("DOCKER_CONFIG", folder.toString());
        try (ServerProcess _ = registry(port, more)) {
            new RegistryPush("https://" + host, trusting(folder.resolve("ca.pem")), "Basic " + auth)
                    .push(layout, manifest, "shop", "1");
            String target = "registry:" + host + "/shop:1";
            RegistryOptions trusting =
                    new RegistryOptions(Map.of(), Set.of(), Set.of(), List.of(folder.resolve("ca.pem")), environment);
            isTheImage((Image) Targets.open(target, options(trusting, Map.of())));
            RegistryOptions blind = new RegistryOptions(Map.of(), Set.of(), Set.of(host), List.of(), environment);
            isTheImage((Image) Targets.open(target, options(blind, Map.of())));
            RegistryOptions nobody = new RegistryOptions(Map.of(), Set.of(), Set.of(host), List.of(), Map.of());
            assertThatThrownBy(() -> Targets.open(target, options(nobody, Map.of())))
                    .hasMessageContaining("docker login " + host);
            RegistryOptions usual = new RegistryOptions(Map.of(), Set.of(), Set.of(), List.of(), environment);
            assertThatThrownBy(() -> Targets.open(target, options(usual, Map.of())))
                    .isInstanceOf(ImageException.class);
        }
    }

    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void dockersImagesAndContainersAreRead() throws Exception {
        Path dockerd = wanted("dockerd");
        Path docker = wanted("docker");
        Path socket = folder.resolve("d.sock");
        Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + socket);
        Files.write(folder.resolve("image.tar"), image.dockerArchive("shop:1"));
        try (ServerProcess _ = started(ServerProcess.start(
                folder,
                Map.of(),
                List.of(
                        dockerd.toString(),
                        "--iptables=false",
                        "--ip6tables=false",
                        "--bridge=none",
                        "--data-root",
                        folder.resolve("data").toString(),
                        "--exec-root",
                        folder.resolve("exec").toString(),
                        "--storage-driver=vfs",
                        "-H",
                        "unix://" + socket,
                        "-p",
                        folder.resolve("d.pid").toString()),
                () -> ServerProcess.run(folder, environment, docker.toString(), "version", "-f", "ok")
                        .isPresent()))) {
            mustRun(folder, environment, docker.toString(), "load", "-i", "image.tar");
            TargetOptions options = options(RegistryOptions.of(Map.of()), environment);
            isTheImage((Image) Targets.open("docker:shop:1", options));
            isTheImage((Image) Targets.open("shop:1", options));
            mustRun(folder, environment, docker.toString(), "create", "--name", "box", "shop:1", "/run");
            Files.writeString(folder.resolve("b"), "changed");
            mustRun(folder, environment, docker.toString(), "cp", "b", "box:/etc/b");
            try (Image container = (Image) Targets.open("container:box", options)) {
                assertThat(container.layers()).hasSize(3);
                assertThat(container.layers().get(2).origin().createdBy()).isEqualTo("changes in the container box");
                try (InputStream layer = container.layers().get(2).blob().open()) {
                    assertThat(new String(layer.readAllBytes(), StandardCharsets.ISO_8859_1))
                            .contains("etc/b", "changed")
                            .doesNotContain("etc/a");
                }
            }
            assertThatThrownBy(() -> Targets.open("docker:shop:2", options)).hasMessageContaining("docker pull shop:2");
            assertThatThrownBy(() -> Targets.open("container:none", options)).hasMessageContaining("no such container");
        }
    }

    @Test
    void podmansImagesAreRead() throws Exception {
        Path podman = wanted("podman");
        Path socket = folder.resolve("p.sock");
        String[] storage = {
            podman.toString(),
            "--root",
            folder.resolve("root").toString(),
            "--runroot",
            folder.resolve("run").toString(),
            "--storage-driver",
            "vfs",
            "--cgroup-manager",
            "cgroupfs"
        };
        Files.write(folder.resolve("image.tar"), image.dockerArchive("localhost/shop:1"));
        String[] load = java.util.Arrays.copyOf(storage, storage.length + 3);
        System.arraycopy(new String[] {"load", "-i", "image.tar"}, 0, load, storage.length, 3);
        Assumptions.assumeTrue(ServerProcess.run(folder, Map.of(), load).isPresent(), "podman does not run here");
        List<String> serve = new java.util.ArrayList<>(List.of(storage));
        serve.addAll(List.of("system", "service", "--time=0", "unix://" + socket));
        try (ServerProcess _ = started(ServerProcess.start(folder, Map.of(), serve, () -> Files.exists(socket)))) {
            TargetOptions options = options(RegistryOptions.of(Map.of()), Map.of("CONTAINER_HOST", "unix://" + socket));
            isTheImage((Image) Targets.open("podman:localhost/shop:1", options));
        }
    }

    @Test
    void containerdsImagesAreRead() throws Exception {
        Path containerd = wanted("containerd");
        Path ctr = wanted("ctr");
        Path root = Files.createDirectories(folder.resolve("containerd"));
        String socket = folder.resolve("c.sock").toString();
        Path config = Files.writeString(
                folder.resolve("config.toml"),
                "version = 2\nroot = \"" + root + "\"\nstate = \"" + folder.resolve("state")
                        + "\"\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n[grpc]\naddress = \"" + socket
                        + "\"\n");
        Files.write(folder.resolve("image.tar"), image.ociArchive());
        try (ServerProcess _ = started(ServerProcess.start(
                folder,
                Map.of(),
                List.of(containerd.toString(), "-c", config.toString()),
                () -> ServerProcess.run(folder, Map.of(), ctr.toString(), "-a", socket, "version")
                        .isPresent()))) {
            mustRun(
                    folder,
                    Map.of(),
                    ctr.toString(),
                    "-a",
                    socket,
                    "-n",
                    "test",
                    "images",
                    "import",
                    "--no-unpack",
                    "--base-name",
                    "docker.io/library/shop",
                    "image.tar");
            TargetOptions options = options(RegistryOptions.of(Map.of()), Map.of());
            isTheImage((Image) Targets.open("containerd:shop:latest", options));
            isTheImage((Image) Targets.open("containerd:" + manifest, options));
            assertThatThrownBy(() -> Targets.open("containerd:shop:2", options))
                    .hasMessageContaining("ctr -n NAMESPACE images ls");
        }
    }
}
