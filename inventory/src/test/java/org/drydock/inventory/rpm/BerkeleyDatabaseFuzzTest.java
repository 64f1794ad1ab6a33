package org.drydock.inventory.rpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("jazzer")
class BerkeleyDatabaseFuzzTest {
    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] database) {
        Fuzzing.catalog("var/lib/rpm/Packages", database);
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                DatabaseFormat.BERKELEY_LITTLE_512.build(Fuzzing.headers()),
                DatabaseFormat.BERKELEY_BIG_4096.build(Fuzzing.headers()));
    }
}
