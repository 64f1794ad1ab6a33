package org.drydock.inventory.binary;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.drydock.inventory.text.Cataloged;

final class BinaryFuzzTest {
    @FuzzTest
    void readsAnything(byte[] content) {
        String strings = new String(content, StandardCharsets.ISO_8859_1);
        for (String name :
                new String[] {"nginx", "python3.11", "redis-server", "libjvm.so", "java", "vault", "ffmpeg"}) {
            Cataloged.by(new BinaryCataloger(), "opt/" + name, BinaryCatalogerTest.elf(strings))
                    .checked();
        }
    }
}
