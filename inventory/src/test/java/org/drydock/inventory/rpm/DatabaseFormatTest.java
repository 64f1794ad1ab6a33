package org.drydock.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;
import org.drydock.inventory.CandidateFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every format must do, sound or damaged. */
class DatabaseFormatTest {
    private static final String PATH = "var/lib/rpm/Packages";

    @ParameterizedTest
    @EnumSource
    void givesEveryPackageAndFile(DatabaseFormat format) {
        List<byte[]> headers = headers(1000);

        RecordingSink sink = RecordingSink.catalog(PATH, format.build(headers));

        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.names()).isEqualTo(names(1000));
        assertThat(sink.owned).hasSize(filesOf(1000)).contains("p999 /usr/lib/p999/file-0", "p60 /usr/lib/p60/file-59");
    }

    @ParameterizedTest
    @EnumSource
    void aMappedFileIsReadAsOneInMemory(DatabaseFormat format, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("db"), format.build(headers(20)));
        RecordingSink sink = new RecordingSink();

        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            new RpmCataloger()
                    .catalog(
                            new CandidateFile(new ImagePath(PATH), mapped, Limits.DEFAULT, ScratchSpace.inMemory()),
                            sink);
        }

        assertThat(sink.names()).isEqualTo(names(20));
        assertThat(sink.diagnostics).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFileCutShortIsToldOfAndGivesWhatIsLeft(DatabaseFormat format) {
        byte[] whole = format.build(headers(12));
        List<String> names = names(12);
        int step = Math.max(1, whole.length / 800);
        int most = 0;

        for (int length = 1; length < whole.length; length += step) {
            RecordingSink sink = RecordingSink.catalog(PATH, Arrays.copyOf(whole, length));
            assertThat(sink.diagnostics)
                    .as("%d bytes", length)
                    .isNotEmpty()
                    .allMatch(d -> d.level() == Diagnostic.Level.NOT_EXAMINED
                            || d.message().contains("overflow pages"));
            assertThat(names).containsAll(sink.names());
            most = Math.max(most, sink.packages.size());
        }

        assertThat(most).isGreaterThanOrEqualTo(format == DatabaseFormat.SQLITE_65536 ? 0 : 8);
    }

    @ParameterizedTest
    @EnumSource
    void anyByteMayBeWrong(DatabaseFormat format) {
        byte[] bytes = format.build(headers(6));
        int step = Math.max(1, bytes.length / 600);

        for (int at = 0; at < bytes.length; at += step) {
            for (int wrong : new int[] {0xff, bytes[at] ^ 1, bytes[at] ^ 0x80}) {
                byte right = bytes[at];
                bytes[at] = (byte) wrong;
                RecordingSink sink = RecordingSink.catalog(PATH, bytes);
                assertThat(sink.packages.size() + sink.diagnostics.size()).isPositive();
                bytes[at] = right;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderAboveTheLimitIsReadUpToIt(DatabaseFormat format) {
        byte[] bytes = format.build(List.of(
                HeaderBuilder.withFiles("small", 1).build(),
                HeaderBuilder.withFiles("large", 5000).build()));
        Limits limits = new Limits(1, 10_000, 1 << 20, 1 << 20, 1, 100, 1, 1, 1, 4096);

        RecordingSink sink = RecordingSink.catalog(PATH, bytes, limits);

        assertThat(sink.names()).containsExactly("small 1-1", "large 1-1");
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("larger than the limit of 4096 bytes"));
    }

    @ParameterizedTest
    @EnumSource
    void morePackagesThanTheLimitAreToldOf(DatabaseFormat format) {
        Limits limits = new Limits(1, 10_000, 1 << 20, 1 << 20, 1, 7, 1, 1, 1, 1 << 20);

        RecordingSink sink = RecordingSink.catalog(PATH, format.build(headers(9)), limits);

        assertThat(sink.packages).hasSize(7);
        assertThat(sink.diagnostics).hasSize(2).allMatch(d -> d.message().contains("more than 7 packages"));
    }

    /** Headers from some hundred bytes to some thousand. */
    private static List<byte[]> headers(int count) {
        List<byte[]> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            headers.add(HeaderBuilder.withFiles("p" + i, files(i)).build());
        }
        return headers;
    }

    private static int files(int index) {
        return 1 + index * 37 % 120;
    }

    private static int filesOf(int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += files(i);
        }
        return sum;
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("p" + i + " 1-1");
        }
        return names;
    }
}
