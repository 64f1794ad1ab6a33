package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyFilterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1000, 50_000})
    void holdsEveryKeyAndFewOthers(int keys) {
        KeyFilter filter = new KeyFilter();
        IntStream.range(0, keys).forEach(i -> filter.add(subject("package-" + i)));
        ByteBuffer bytes = ByteBuffer.wrap(filter.toBytes());

        assertThat(IntStream.range(0, keys))
                .allMatch(i -> KeyFilter.mayHold(bytes, KeyFilter.hash(subject("package-" + i))));
        long others = IntStream.range(0, 10_000)
                .filter(i -> KeyFilter.mayHold(bytes, KeyFilter.hash(subject("absent-" + i))))
                .count();
        assertThat(others).isLessThan(200);
    }

    private static byte[] subject(String name) {
        return Keys.prefix(Keys.STATEMENTS, "npm", name);
    }
}
