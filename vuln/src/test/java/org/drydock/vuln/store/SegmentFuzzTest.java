package org.drydock.vuln.store;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a file holds, the store ends in an answer or in a {@link StoreException}. */
final class SegmentFuzzTest {
    /** Any bytes as a segment. */
    @FuzzTest
    void bytes(byte[] bytes) {
        ask(ByteBuffer.wrap(bytes));
    }

    /** Any bytes where values should be, behind checksums that fit. */
    @FuzzTest
    void values(FuzzedDataProvider data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SegmentWriter writer = new SegmentWriter(bytes)) {
            writer.put(Keys.advisory("A-1"), data.consumeBytes(200));
            writer.put(Keys.endOfLife("debian", "12"), data.consumeBytes(200));
            writer.put(Keys.alias("A-2"), data.consumeBytes(200));
            writer.put(Keys.knownExploited("A-1"), data.consumeBytes(200));
            writer.put(Keys.statements("npm", "a"), data.consumeBytes(2000));
            writer.put(Keys.exploitPrediction("A-1"), data.consumeRemainingAsBytes());
            writer.finish(new SegmentSummary(
                    new AdvisoryStore.SourceStatus("fuzz", "osv", List.of("npm"), 1, "", ""), 1, 1, 1, 1));
        }
        ask(ByteBuffer.wrap(bytes.toByteArray()));
    }

    /** Any bytes as the list of segments. */
    @FuzzTest
    void manifest(byte[] bytes) {
        try {
            Manifest.parse(new String(bytes, StandardCharsets.ISO_8859_1), "fuzz");
        } catch (StoreException expected) {
            return;
        }
    }

    private static void ask(ByteBuffer bytes) {
        AdvisorySegment segment;
        try {
            segment = AdvisorySegment.open(bytes, "fuzz");
        } catch (StoreException expected) {
            return;
        }
        attempt(() -> segment.find("npm", "a"));
        attempt(() -> segment.advisory("A-1"));
        attempt(() -> segment.idsOf("A-2"));
        attempt(() -> segment.knownExploited("A-1"));
        attempt(() -> segment.exploitPrediction("A-1"));
        attempt(() -> segment.endOfLife("debian", "12"));
        attempt(segment::verify);
    }

    private static void attempt(Runnable question) {
        try {
            question.run();
        } catch (StoreException expected) {
            return;
        }
    }
}
