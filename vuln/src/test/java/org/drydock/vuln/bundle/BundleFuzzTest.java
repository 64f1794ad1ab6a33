package org.drydock.vuln.bundle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.vuln.store.StoreException;
import org.drydock.vuln.store.StoreSegments;

/** Whatever a bundle holds, reading it ends in what it says or in an error that names it. */
final class BundleFuzzTest {
    @FuzzTest
    void archive(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("drydock-fuzz-", ".tar");
        try {
            Files.write(file, bytes);
            try (BundleSource source = BundleSource.open(file)) {
                BundleReader.unverified(source, "");
            }
        } catch (BundleException expected) {
            return;
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest
    void manifest(byte[] bytes) {
        try {
            BundleManifest.read(bytes, "fuzz");
        } catch (BundleException expected) {
            return;
        }
    }

    @FuzzTest
    void segment(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("drydock-fuzz-", ".segment");
        try {
            Files.write(file, bytes);
            StoreSegments.check(file, Sha256.of(bytes));
        } catch (StoreException expected) {
            return;
        } finally {
            Files.delete(file);
        }
    }
}
