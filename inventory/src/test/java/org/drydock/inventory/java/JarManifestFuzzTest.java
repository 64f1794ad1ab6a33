package org.drydock.inventory.java;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("jazzer")
class JarManifestFuzzTest {
    @FuzzTest
    void fuzz(byte[] bytes) {
        JarManifest manifest = JarManifest.parse(bytes);
        ManifestVersion.of(ArchiveName.parse("a-1.jar"), manifest);
        StatedCoordinates.of(manifest);
        BundleLicense.names(manifest);
    }
}
