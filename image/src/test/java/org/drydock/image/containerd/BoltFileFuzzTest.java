package org.drydock.image.containerd;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class BoltFileFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(FuzzedDataProvider data) throws IOException {
        byte[] bytes = BoltBuilder.database(Map.of("v1", Map.of("ns", Map.of("images", Map.of("a", Map.of())))));
        byte[] fuzzed = data.consumeRemainingAsBytes();
        System.arraycopy(fuzzed, 0, bytes, 3 * BoltBuilder.PAGE, Math.min(fuzzed.length, BoltBuilder.PAGE));
        Path file = Files.createTempFile("bolt", ".db");
        try {
            Files.write(file, bytes);
            try (BoltFile bolt = BoltFile.open(file, 1000)) {
                walk(bolt, bolt.root(), 0);
            }
        } catch (BoltException e) {
            // the only thing that may be thrown
        } finally {
            Files.delete(file);
        }
    }

    private static void walk(BoltFile bolt, BoltFile.Bucket bucket, int depth) throws IOException {
        java.util.List<BoltFile.Bucket> below = new java.util.ArrayList<>();
        bolt.visit(bucket, (_, _, inner) -> {
            if (inner != null && depth < 8) {
                below.add(inner);
            }
            return below.size() < 100;
        });
        for (BoltFile.Bucket inner : below) {
            walk(bolt, inner, depth + 1);
        }
    }
}
