package org.drydock.vuln.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;
import org.drydock.vuln.update.UpdateFixtures;
import org.drydock.vuln.update.UpdateLedger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tools make of a bundle, where this machine has them. */
final class BundleToolsTest {
    @TempDir
    private Path folder;

    private Path layout = Path.of("");
    private Path secret = Path.of("");

    @BeforeEach
    void export() throws IOException {
        layout = folder.resolve("layout");
        secret = folder.resolve("key.pem");
        BundleKeys.generate(secret, folder.resolve("key.pem.pub"));
        Path kev = Files.write(folder.resolve("kev.json"), UpdateFixtures.kev("CVE-2026-1"));
        StoreImporter.importPaths(List.of(kev), folder.resolve("db"), ImportProgress.none());
        export(secret);
    }

    private void export(Path key) {
        new BundleWriter(folder.resolve("db"), UpdateLedger.read(folder))
                .write(
                        layout,
                        new BundleWriter.Request("drydock", Instant.EPOCH, _ -> true, BundleKeys.readPrivate(key)));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void assume(String tool) throws InterruptedException {
        try {
            run(tool, "--version");
        } catch (IOException e) {
            Assumptions.abort("this machine has no " + tool);
        }
    }

    @Test
    void opensslVerifiesTheSignature() throws Exception {
        assume("openssl");
        try (BundleSource source = BundleSource.open(layout)) {
            byte[] oci = source.blob(OciLayout.manifest(source.index(), "", ""), 1 << 20);
            OciLayout.Artifact artifact = OciLayout.artifact(oci, "");
            Path manifest = Files.write(folder.resolve("manifest"), source.blob(artifact.config(), 1 << 20));
            Path signature =
                    Files.write(folder.resolve("signature"), Base64.getDecoder().decode(artifact.signature()));
            assertThat(run(
                            "openssl",
                            "pkeyutl",
                            "-verify",
                            "-pubin",
                            "-inkey",
                            secret + ".pub",
                            "-rawin",
                            "-in",
                            manifest.toString(),
                            "-sigfile",
                            signature.toString()))
                    .isZero();
        }
    }

    @Test
    void opensslsOwnKeyWillDo() throws Exception {
        assume("openssl");
        Path own = folder.resolve("own.pem");
        Path open = folder.resolve("own.pub");
        assertThat(run("openssl", "genpkey", "-algorithm", "ed25519", "-out", own.toString()))
                .isZero();
        assertThat(run("openssl", "pkey", "-in", own.toString(), "-pubout", "-out", open.toString()))
                .isZero();
        export(own);
        take(layout, open);
    }

    @Test
    void skopeoCopiesIt() throws Exception {
        assume("skopeo");
        Path copy = folder.resolve("copy");
        Path archive = folder.resolve("copy.tar");
        assertThat(run("skopeo", "copy", "oci:" + layout, "oci:" + copy + ":drydock"))
                .isZero();
        assertThat(run("skopeo", "copy", "oci:" + layout, "oci-archive:" + archive))
                .isZero();
        take(copy, folder.resolve("key.pem.pub"));
        assertThat(BundleSource.isBundle(archive)).isTrue();
        take(archive, folder.resolve("key.pem.pub"));
    }

    private void take(Path bundle, Path key) {
        Path cache = folder.resolve("cache-" + bundle.getFileName());
        try (BundleSource source = BundleSource.open(bundle)) {
            BundleImport.Result result = new BundleImport(
                            cache.resolve("bundles"), cache.resolve("feeds"), cache.resolve("db"))
                    .run(source, "", new BundleImport.Trust(List.of(BundleKeys.readPublic(key)), false), () -> {});
            assertThat(result.written()).hasSize(1);
        }
    }
}
