package org.drydock.inventory.rpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.drydock.core.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("jazzer")
class RpmHeaderFuzzTest {
    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] header) {
        RecordingSink sink = new RecordingSink();
        try (Damage damage = new Damage(sink)) {
            new InstalledPackages(sink, damage, Limits.DEFAULT, header.length).header("", ByteBuffer.wrap(header));
        }
        Fuzzing.check(header, sink);
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                HeaderBuilder.withFiles("a", 3).build(),
                HeaderBuilder.of("a", "1", "2")
                        .ints(RpmTag.EPOCH, 3)
                        .string(RpmTag.SOURCERPM, "b-1-2.src.rpm")
                        .string(RpmTag.MODULARITYLABEL, "")
                        .strings(RpmTag.OLDFILENAMES, "/a", "/b")
                        .build());
    }
}
