package org.drydock.report.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import org.drydock.core.DrydockException;

/** Whatever a file holds, it is read as a report or refused with a {@link DrydockException}. */
final class JsonReportReaderFuzzTest {
    @FuzzTest
    void fuzz(byte[] document) {
        try {
            JsonReportReader.read(new ByteArrayInputStream(document), "fuzz");
        } catch (DrydockException expected) {
            return;
        }
    }
}
