package org.drydock.inventory.npm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.drydock.core.ImagePath;

class PackageFolderFuzzTest {
    @FuzzTest
    void fuzz(byte[] directory) {
        ImagePath.parse(new String(directory, StandardCharsets.UTF_8))
                .ifPresent(path -> PackageFolder.of(path.child("package.json")));
    }
}
