package org.drydock.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha1Test {
    /** The example of FIPS 180. */
    @Test
    void digestsKnownText() {
        ByteBuffer abc = ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(Sha1.of(abc)).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(abc.remaining()).isEqualTo(3);
    }

    @Test
    void digestsReadOnlyBuffersInPieces() {
        ByteBuffer million = ByteBuffer.allocateDirect(1_000_000);
        while (million.hasRemaining()) {
            million.put((byte) 'a');
        }

        assertThat(Sha1.of(million.flip().asReadOnlyBuffer())).isEqualTo("34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    }
}
