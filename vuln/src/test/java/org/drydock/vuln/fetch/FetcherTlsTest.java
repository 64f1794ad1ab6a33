package org.drydock.vuln.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.drydock.vuln.fetch.ScriptedServer.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetcherTlsTest {
    private static final byte[] BODY = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path certificate = Path.of("");
    private SSLContext identity = never();

    private static SSLContext never() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void makeAnIdentity() throws Exception {
        Path store = folder.resolve("server.p12");
        certificate = folder.resolve("server.pem");
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                "change",
                "-alias",
                "s",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                store.toString(),
                "-storepass",
                "change",
                "-alias",
                "s",
                "-file",
                certificate.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "change".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "change".toCharArray());
        identity = SSLContext.getInstance("TLS");
        identity.init(managers.getKeyManagers(), null, null);
    }

    private static void keytool(String... arguments) throws Exception {
        ArrayList<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(java.util.List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private Path fetch(URI address, @Nullable Path caFile) {
        try (Fetcher fetcher =
                new Fetcher(Settings.of(null, new ArrayList<>(), Map.of(), caFile), FetchProgress.NONE)) {
            return fetcher.fetch(address, folder.resolve("feeds")).file();
        }
    }

    @Test
    void believesTheAuthoritiesOfTheFileToo() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer("https", identity.getServerSocketFactory(), _ -> Reply.ok(BODY))) {
            URI address = server.address("/a");
            assertThatThrownBy(() -> fetch(address, null)).hasMessageContaining("--ca-file");
            assertThat(fetch(address, certificate)).hasBinaryContent(BODY);
        }
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> fetch(URI.create("https://127.0.0.1:1/"), empty))
                .hasMessageContaining("empty.pem");
    }

    @Test
    void neverGoesFromHttpsToHttp() throws Exception {
        AtomicReference<String> target = new AtomicReference<>("");
        try (ScriptedServer plain = new ScriptedServer(_ -> Reply.ok(BODY));
                ScriptedServer server = new ScriptedServer(
                        "https",
                        identity.getServerSocketFactory(),
                        _ -> Reply.of("302 Found", new byte[0], "Location: " + target.get()))) {
            target.set(plain.address("/forged").toString());
            assertThatThrownBy(() -> fetch(server.address("/a"), certificate))
                    .hasMessageContaining("redirects from https to " + target.get());
            assertThat(plain.requests()).isEmpty();
        }
    }
}
