package org.drydock.inventory.zip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;
import org.junit.jupiter.api.Tag;

@Tag("jazzer")
class ZipFuzzTest {
    private static final Limits LIMITS = new Limits(1 << 24, 1000, 1 << 22, 1 << 12, 4, 1000, 1 << 22, 400, 1 << 16);

    @FuzzTest
    void fuzz(byte[] bytes) throws IOException {
        ZipArchive archive;
        try {
            archive = ZipArchive.open(ByteBuffer.wrap(bytes));
        } catch (ZipFormatException e) {
            return;
        }
        try (EntryReader reader = new EntryReader(LIMITS, new ReadBudget(LIMITS))) {
            ZipCursor entries = archive.entries();
            while (entries.next()) {
                read(reader, entries);
            }
        } catch (LimitExceededException e) {
            // Documented.
        }
    }

    private static void read(EntryReader reader, ZipCursor entries) throws IOException {
        try {
            ZipEntry entry = entries.entry();
            reader.head(entry, 1000);
            reader.whole(entry, ScratchSpace.inMemory());
        } catch (ZipFormatException e) {
            // Documented.
        }
    }
}
