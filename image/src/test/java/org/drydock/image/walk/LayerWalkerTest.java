package org.drydock.image.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Limits;
import org.drydock.image.EntryContent;
import org.drydock.image.EntryType;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.ImageException;
import org.drydock.image.Layer;
import org.drydock.image.WalkTotals;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerWalkerTest {
    /** Notes each entry as {@code path=content}, links as {@code path->target}. */
    private static final class Recorder implements EntryVisitor {
        final List<String> seen = new ArrayList<>();
        final List<Diagnostic> diagnostics = new ArrayList<>();

        @Override
        public void visit(FileEntry entry, EntryContent content) throws IOException {
            if (seen.size() > 1000) {
                return;
            }
            String tail = entry.type() == EntryType.FILE && entry.size() < 1000
                    ? "=" + new String(content.stream().readAllBytes(), StandardCharsets.UTF_8)
                    : entry.linkTarget().isEmpty() ? "" : "->" + entry.linkTarget();
            seen.add(entry.path().value() + tail);
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }

        List<String> codes() {
            return diagnostics.stream().map(Diagnostic::code).toList();
        }
    }

    private final Recorder recorder = new Recorder();

    private static Layer layer(byte[] tar, byte[] blob) {
        return new Layer(
                new LayerOrigin(0, Digest.parse(ImageBuilder.digest(tar)), "RUN x"),
                Digest.parse(ImageBuilder.digest(blob)),
                "",
                blob.length,
                () -> new ByteArrayInputStream(blob));
    }

    private WalkTotals walk(Layer layer, Limits limits) {
        return LayerWalker.walk(layer, limits, recorder, _ -> {});
    }

    private WalkTotals walk(byte[] tar) {
        return walk(layer(tar, ImageBuilder.gzip(tar)), Limits.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(ImageBuilder.Packing.class)
    void everyCompressionIsRead(ImageBuilder.Packing packing) {
        byte[] tar = new TarBuilder().file("a", "1").symlink("b", "a").build();
        WalkTotals totals = walk(layer(tar, packing.pack(tar)), Limits.DEFAULT);
        assertThat(recorder.seen).containsExactly("a=1", "b->a");
        assertThat(totals).isEqualTo(new WalkTotals(2, 1, tar.length, true));
        assertThat(recorder.diagnostics).isEmpty();
    }

    @Test
    void gzipMembersThatFollowEachOtherAreOneLayer() {
        byte[] tar = new TarBuilder().file("a", "1").file("b", "2").build();
        byte[] first = ImageBuilder.gzip(Arrays.copyOf(tar, 1024));
        byte[] second = ImageBuilder.gzip(Arrays.copyOfRange(tar, 1024, tar.length));
        byte[] blob = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, blob, first.length, second.length);
        assertThat(walk(layer(tar, blob), Limits.DEFAULT).complete()).isTrue();
        assertThat(recorder.seen).containsExactly("a=1", "b=2");
    }

    @Test
    void aWrongDiffIdIsNotTrusted() {
        byte[] tar = new TarBuilder().file("a", "1").build();
        byte[] other = new TarBuilder().file("a", "2").build();
        assertThatThrownBy(() -> walk(layer(other, ImageBuilder.gzip(tar)), Limits.DEFAULT))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("wrong diffID");
    }

    @Test
    void aWrongBlobDigestIsNotTrusted() {
        byte[] tar = new TarBuilder().file("a", "1").build();
        byte[] blob = ImageBuilder.gzip(tar);
        byte[] longer = Arrays.copyOf(blob, blob.length + 1);
        Layer honest = layer(tar, blob);
        Layer changed = new Layer(honest.origin(), honest.digest(), "", -1, () -> new ByteArrayInputStream(longer));
        assertThatThrownBy(() -> walk(changed, Limits.DEFAULT))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("wrong digest");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void aTruncatedLayerIsNotTrusted(double part) {
        byte[] content = new byte[100_000];
        new java.util.Random(7).nextBytes(content);
        byte[] tar = new TarBuilder().file("a", content).build();
        for (ImageBuilder.Packing packing : ImageBuilder.Packing.values()) {
            byte[] blob = packing.pack(tar);
            byte[] cut = Arrays.copyOf(blob, (int) (blob.length * part));
            Layer honest = layer(tar, blob);
            Layer truncated = new Layer(honest.origin(), honest.digest(), "", -1, () -> new ByteArrayInputStream(cut));
            assertThatThrownBy(() -> walk(truncated, Limits.DEFAULT))
                    .as("%s cut to %s", packing, part)
                    .isInstanceOf(ImageException.class);
        }
    }

    @Test
    void namesThatClimbStayInsideAndAreTold() {
        walk(new TarBuilder()
                .file("../../etc/shadow", "x")
                .file("/abs/olute", "y")
                .symlink("a/loop", "loop")
                .build());
        assertThat(recorder.seen).containsExactly("etc/shadow=x", "abs/olute=y", "a/loop->loop");
        assertThat(recorder.codes()).containsExactly("name-leaves-root");
    }

    @Test
    void devicesAreSeenWithoutContent() {
        walk(new TarBuilder()
                .entry("dev/null", '3', new byte[0], "")
                .entry("dev/sda", '4', new byte[0], "")
                .entry("run/fifo", '6', new byte[0], "")
                .build());
        assertThat(recorder.seen).containsExactly("dev/null", "dev/sda", "run/fifo");
        assertThat(recorder.diagnostics).isEmpty();
    }

    @Test
    void unknownEntryTypesAreTold() {
        walk(new TarBuilder().entry("odd", 'Z', new byte[0], "").build());
        assertThat(recorder.codes()).containsExactly("unknown-entry-type");
    }

    @Test
    void aBrokenArchiveWithTheRightDigestKeepsWhatCameBefore() {
        byte[] garbage = new byte[1024];
        Arrays.fill(garbage, (byte) 'x');
        byte[] tar = new TarBuilder().file("a", "1").bytes(garbage).buildOpenEnded();
        walk(tar);
        assertThat(recorder.seen).containsExactly("a=1");
        assertThat(recorder.codes()).containsExactly("corrupt-layer");
    }

    @Test
    void aDeclaredSizeOfFiveGigabytesThatIsNotThereIsTold() {
        byte[] tar = new TarBuilder()
                .file("a", "1")
                .raw("big", '0', new byte[0], "", h -> TarBuilder.put(h, 124, 12, "46000000000"))
                .buildOpenEnded();
        walk(tar);
        assertThat(recorder.codes()).containsExactly("corrupt-layer");
    }

    @Test
    void tooManyEntriesEndTheWalkWithWhatWasFound() {
        TarBuilder tar = new TarBuilder();
        for (int i = 0; i < 50; i++) {
            tar.file("f" + i, "");
        }
        byte[] bytes = tar.build();
        Limits few = new Limits(1 << 20, 20, 1 << 20, 1 << 20, 4, 100, 1 << 20, 400, 1 << 20, 1 << 20);
        WalkTotals totals = walk(layer(bytes, ImageBuilder.gzip(bytes)), few);
        assertThat(recorder.seen).hasSize(20);
        assertThat(recorder.codes()).containsExactly("layer-limit");
        assertThat(totals.complete()).isFalse();
    }

    @Test
    void aDecompressionBombIsStoppedEarly() throws IOException {
        byte[] blob = gzippedZeros(64L << 20);
        Limits limits = new Limits(1L << 40, 20, 1 << 20, 1 << 20, 4, 100, 1 << 20, 400, 1 << 20, 1 << 20);
        Layer bomb = new Layer(
                new LayerOrigin(0, Digest.parse(ImageBuilder.digest(new byte[0])), ""),
                null,
                "",
                blob.length,
                () -> new ByteArrayInputStream(blob));
        WalkTotals totals = walk(bomb, limits);
        assertThat(recorder.codes()).containsExactly("layer-limit");
        assertThat(totals.bytes()).isLessThan(48L << 20);
    }

    /** A tar whose one entry is {@code size} zeros, packed; made without holding it. */
    private static byte[] gzippedZeros(long size) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write(new TarBuilder()
                    .raw("zeros", '0', new byte[0], "", h -> TarBuilder.put(h, 124, 12, String.format("%011o", size)))
                    .buildOpenEnded());
            byte[] zeros = new byte[1 << 20];
            for (long i = 0; i < size; i += zeros.length) {
                gzip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
