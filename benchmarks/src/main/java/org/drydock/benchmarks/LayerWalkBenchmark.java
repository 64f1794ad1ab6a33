package org.drydock.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Limits;
import org.drydock.image.EntryContent;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.Layer;
import org.drydock.image.WalkTotals;
import org.drydock.image.walk.Compression;
import org.drydock.image.walk.LayerWalker;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.TarBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One layer of 32 MB in 2,000 files, decompressed, hashed twice and walked. The physical limit is {@link #decompress}: the
 * same bytes decompressed and thrown away on one thread; the walk has a second thread for hashing and reading.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LayerWalkBenchmark {
    private static final int FILES = 2000;
    private static final int FILE_BYTES = 16_384;

    @Param({"GZIP", "ZSTD"})
    public ImageBuilder.Packing packing = ImageBuilder.Packing.GZIP;

    private byte[] blob = new byte[0];
    private Layer layer = layerOf(new byte[0], new byte[0]);

    @Setup
    public void build() {
        Random random = new Random(42);
        TarBuilder tar = new TarBuilder();
        byte[] content = new byte[FILE_BYTES];
        for (int i = 0; i < FILES; i++) {
            for (int j = 0; j < content.length; j++) {
                content[j] = (byte) (j % 3 == 0 ? random.nextInt(64) : content[Math.max(0, j - 7)]);
            }
            tar.file("usr/share/data/directory-" + i % 50 + "/file-" + i, content);
        }
        byte[] bytes = tar.build();
        blob = packing.pack(bytes);
        layer = layerOf(bytes, blob);
    }

    @Benchmark
    public long decompress() throws IOException {
        return Compression.decompress(new ByteArrayInputStream(blob)).transferTo(OutputStream.nullOutputStream());
    }

    @Benchmark
    public WalkTotals walk() {
        return LayerWalker.walk(
                layer,
                Limits.DEFAULT,
                new EntryVisitor() {
                    @Override
                    public void visit(FileEntry entry, EntryContent content) {}

                    @Override
                    public void diagnostic(Diagnostic diagnostic) {
                        throw new IllegalStateException(diagnostic.toString());
                    }
                },
                _ -> {});
    }

    private static Layer layerOf(byte[] tar, byte[] blob) {
        return new Layer(
                new LayerOrigin(0, Digest.parse(ImageBuilder.digest(tar)), ""),
                Digest.parse(ImageBuilder.digest(blob)),
                "",
                blob.length,
                () -> new ByteArrayInputStream(blob));
    }
}
