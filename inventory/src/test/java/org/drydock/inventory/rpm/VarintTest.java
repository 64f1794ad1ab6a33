package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarintTest {
    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                127,
                128,
                16383,
                16384,
                1L << 35,
                (1L << 56) - 1,
                1L << 56,
                Long.MAX_VALUE,
                -1,
                Long.MIN_VALUE
            })
    void whatIsWrittenIsRead(long value) {
        byte[] bytes = SqliteBuilder.varint(value);

        assertThat(Varint.read(ByteBuffer.wrap(bytes), 0, bytes.length)).isEqualTo(new Varint(value, bytes.length));
        assertThat(Varint.read(ByteBuffer.wrap(bytes), 0, bytes.length - 1)).isNull();
    }
}
