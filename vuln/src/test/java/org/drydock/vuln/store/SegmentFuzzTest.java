package org.drydock.vuln.store;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.VersionSchemes;

/** Whatever a file holds, the store ends in an answer or in a {@link StoreException}. */
final class SegmentFuzzTest {
    private static final List<byte[]> KEYS = List.of(
            Keys.of(Keys.ADVISORY, "A-1"),
            Keys.of(Keys.END_OF_LIFE, "debian", "12"),
            Keys.of(Keys.EXPLOIT_PREDICTION, "A-1"),
            Keys.of(Keys.ALIAS, "A-2", "A-1"),
            Keys.of(Keys.KNOWN_EXPLOITED, "A-1"),
            Keys.of(Keys.STATEMENTS, "npm", "a", "A-1"));

    /** Any bytes as a segment. */
    @FuzzTest
    void bytes(byte[] bytes) {
        ask(ByteBuffer.wrap(bytes));
    }

    /** Any bytes as blocks, behind checksums that fit. */
    @FuzzTest
    void blocks(FuzzedDataProvider data) throws IOException {
        byte[] written = data.consumeBytes(100);
        ask(segment(data.consumeRemainingAsBytes(), written));
    }

    /** Any bytes where values should be, in a block that is whole. */
    @FuzzTest
    void values(FuzzedDataProvider data) throws IOException {
        ByteWriter facts = new ByteWriter();
        facts.number(3).text("").text("0.5").text("high");
        facts.number(3).number(Block.NO_KEY);
        facts.number(Block.WHOLE_KEY).counted(new byte[] {33, 34});
        facts.number(Block.PARTLY_COVERED).counted(new byte[] {33});
        facts.number(KEYS.size());
        for (byte[] key : KEYS) {
            byte[] value = data.consumeBytes(200);
            facts.number(0).number(key.length).number(value.length);
            facts.raw(key, 0, key.length).raw(value, 0, value.length);
        }
        ask(segment(
                facts.toBytes(),
                new ByteWriter().text("?").text("1.2").text("1").toBytes()));
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

    private static ByteBuffer segment(byte[] facts, byte[] written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SegmentOutput out = new SegmentOutput(bytes)) {
            out.subject(Keys.of(Keys.ADVISORY, "A-1"));
            out.subject(Keys.of(Keys.END_OF_LIFE, "debian", "12"));
            out.subject(Keys.of(Keys.EXPLOIT_PREDICTION, "A-1"));
            out.subject(Keys.prefix(Keys.ALIAS, "A-2"));
            out.subject(Keys.of(Keys.KNOWN_EXPLOITED, "A-1"));
            out.subject(Keys.prefix(Keys.STATEMENTS, "npm", "a"));
            out.block(KEYS.getFirst(), new PackedBlock(deflate(facts), facts.length, deflate(written), written.length));
            out.finish(new SegmentTally().summary("fuzz", "osv", ""));
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[2 * bytes.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }

    private static void ask(ByteBuffer bytes) {
        AdvisorySegment segment;
        try {
            segment = AdvisorySegment.open(bytes, "fuzz");
        } catch (StoreException expected) {
            return;
        }
        attempt(() -> segment.find("npm", "a"));
        attempt(() -> segment.judge("npm", "a", InstalledVersion.of(VersionSchemes.SEMVER, "1.2.3")));
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
