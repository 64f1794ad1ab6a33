package org.drydock.image.tar;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class TarReaderFuzzTest {
    private static final int ENOUGH = 1 << 20;

    @FuzzTest
    void anyBytesAreReadOrRefused(FuzzedDataProvider data) throws IOException {
        boolean mendChecksums = data.consumeBoolean();
        byte[] archive = data.consumeRemainingAsBytes();
        if (mendChecksums) {
            mendChecksums(archive);
        }
        TarReader reader = new TarReader(new ByteArrayInputStream(archive));
        try {
            while (reader.next() != null) {
                reader.content().readNBytes(ENOUGH);
            }
        } catch (TarException e) {
            // the only thing that may be thrown
        }
    }

    /** Takes every block for a header, so that the fuzzer need not find checksums. */
    private static void mendChecksums(byte[] archive) {
        for (int block = 0; block + 512 <= archive.length; block += 512) {
            int sum = 8 * ' ';
            for (int i = 0; i < 512; i++) {
                sum += i >= 148 && i < 156 ? 0 : archive[block + i] & 0xff;
            }
            byte[] text = String.format("%06o\0 ", sum).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            System.arraycopy(text, 0, archive, block + 148, 8);
        }
    }
}
