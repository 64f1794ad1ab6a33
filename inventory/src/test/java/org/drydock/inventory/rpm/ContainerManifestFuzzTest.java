package org.drydock.inventory.rpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("jazzer")
class ContainerManifestFuzzTest {
    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] text) {
        Fuzzing.catalog("var/lib/rpmmanifest/container-manifest-2", text);
    }

    static Stream<byte[]> seeds() {
        return Stream.of("a\t1-2\t1\t1\tv\t(none)\t9\tnoarch\t0\ta-1-2.src.rpm\nb\t1-2\t1\t1\tv\t4\t9\tx\t0\tb\n"
                .getBytes(StandardCharsets.US_ASCII));
    }
}
