package org.drydock.vuln.feed.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class FeedReaderTest {
    private static final byte[] RECORD = "{\"id\":\"A-1\",\"affected\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void readsEveryFormInOrderWhateverItIsCalled() throws IOException {
        Files.write(folder.resolve("a.txt"), RECORD);
        Files.write(folder.resolve("b"), gzip(RECORD));
        Files.write(folder.resolve("c.json"), xz(RECORD));
        Files.write(folder.resolve("d.zip"), Zstd.compress(RECORD));
        Files.write(folder.resolve("e.gz"), zip("x", RECORD, "dir/", new byte[0], "y.gz", gzip(RECORD)));
        Files.write(folder.resolve("f"), gzip(zip("z", RECORD)));
        Files.createDirectories(folder.resolve("g/h"));
        Files.write(folder.resolve("g/h/i"), zip("j.zip", zip("k", RECORD)));

        Recorder recorder = read(folder);

        assertThat(recorder.documents)
                .containsExactly("a.txt", "b", "c.json", "d.zip", "e.gz!/x", "e.gz!/y.gz", "f!/z", "g/h/i!/j.zip!/k");
        assertThat(recorder.diagnostics).isEmpty();
    }

    @Test
    void aZipIsAGroupAndLooseFilesAreOne() throws IOException {
        Files.write(folder.resolve("a"), RECORD);
        Files.write(folder.resolve("b"), RECORD);
        Files.write(folder.resolve("c"), zip("x", RECORD));

        assertThat(read(folder).groups)
                .containsExactly(
                        folder.toString(),
                        folder.toString(),
                        folder.resolve("c").toString());
    }

    @Test
    void whatIsNoFeedOrDamagedDoesNotStopTheOthers() throws IOException {
        Files.write(folder.resolve("a"), OTHER);
        byte[] damaged = zip("x", RECORD);
        damaged[34] ^= 0x55;
        Files.write(folder.resolve("b"), damaged);
        Files.write(folder.resolve("c"), java.util.Arrays.copyOf(zip("x", RECORD), 60));
        Files.write(folder.resolve("d"), java.util.Arrays.copyOf(gzip(RECORD), 20));
        Files.write(folder.resolve("e"), gzip(gzip(gzip(gzip(RECORD)))));
        Files.write(folder.resolve("f"), new byte[0]);
        Files.write(folder.resolve("z"), RECORD);

        Recorder recorder = read(folder);

        assertThat(recorder.documents).containsExactly("z");
        assertThat(recorder.diagnostics)
                .extracting(Diagnostic::code)
                .containsExactly(
                        "not-recognised",
                        "feed-unreadable",
                        "feed-unreadable",
                        "feed-unreadable",
                        "feed-unreadable",
                        "not-recognised");
        assertThat(recorder.diagnostics).allMatch(d -> d.place().startsWith(folder.toString()));
    }

    @Test
    void readsTarsAndBzip2() throws IOException {
        Files.write(folder.resolve("a.tar"), tar("x/1", RECORD, "2", gzip(RECORD)));
        Files.write(folder.resolve("b.tar.bz2"), bzip2(tar("3", RECORD)));
        Files.write(folder.resolve("c.bz2"), bzip2(RECORD));

        Recorder recorder = read(folder);

        assertThat(recorder.documents).containsExactly("a.tar!/x/1", "a.tar!/2", "b.tar.bz2!/3", "c.bz2");
        assertThat(recorder.diagnostics).isEmpty();
    }

    @Test
    void saysWhatOfATarCannotBeRead() throws IOException {
        byte[] whole = tar("1", RECORD, "2", RECORD);
        Files.write(folder.resolve("a"), java.util.Arrays.copyOf(whole, 1500));
        Files.write(folder.resolve("b"), bzip2(RECORD, 30));
        Files.write(folder.resolve("c"), gzip(tar("././@LongLink", new byte[2 << 20])));

        Recorder recorder = read(folder);

        assertThat(recorder.documents).containsExactly("a!/1");
        assertThat(recorder.diagnostics)
                .extracting(Diagnostic::code)
                .containsExactly("feed-unreadable", "feed-unreadable", "feed-unreadable");
        assertThat(recorder.diagnostics.getLast().message()).contains("describes one file");
    }

    @Test
    void leavesHiddenFoldersOut() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.write(folder.resolve(".git/x"), RECORD);

        assertThat(read(folder).documents).isEmpty();
    }

    @Test
    void stopsWhatGrowsBeyondReason() throws IOException {
        Path bomb = folder.resolve("bomb");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("{\"id\":\"A-1\",\"affected\":[]}\n".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 80; i++) {
                out.write(spaces);
            }
        }

        Recorder recorder = read(bomb);

        assertThat(recorder.diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("feed-unreadable");
            assertThat(diagnostic.message()).contains("grows more than");
        });
    }

    @Test
    void namesInArchivesCannotWriteToTheTerminal() throws IOException {
        Files.write(folder.resolve("a"), zip("x\u001b[31m\n", RECORD));

        assertThat(read(folder).documents).containsExactly("a!/x?[31m?");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> read(folder.resolve("none")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("none");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(byte[] content, int length) throws IOException {
        return java.util.Arrays.copyOf(bzip2(content), length);
    }

    private static byte[] tar(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                String name = (String) namesAndContents[i];
                byte[] content = (byte[]) namesAndContents[i + 1];
                TarArchiveEntry entry = name.equals("././@LongLink")
                        ? new TarArchiveEntry(name, TarConstants.LF_GNUTYPE_LONGNAME)
                        : new TarArchiveEntry(name);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                out.write((byte[]) namesAndContents[i + 1]);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Recorder read(Path path) {
        Recorder recorder = new Recorder(folder);
        new FeedReader(Limits.DEFAULT).read(path, recorder);
        return recorder;
    }

    private static final class Recorder implements FeedReader.Receiver {
        final List<String> documents = new ArrayList<>();
        final List<String> groups = new ArrayList<>();
        final List<Diagnostic> diagnostics = new ArrayList<>();
        private final Path folder;

        Recorder(Path folder) {
            this.folder = folder;
        }

        @Override
        public void document(FeedParser parser, String group, String place, InputStream in) {
            try {
                in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            documents.add(place.substring(folder.toString().length() + 1));
            groups.add(group);
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }
    }
}
