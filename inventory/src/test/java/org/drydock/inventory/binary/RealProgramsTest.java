package org.drydock.inventory.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table to the programs that the machine has, each asked for its own version. */
final class RealProgramsTest {
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+[a-z]?");

    @ParameterizedTest
    @CsvSource({
        "bash, --version, bash",
        "perl, -v, perl",
        "node, --version, nodejs",
        "curl, --version, curl",
        "openssl, version, openssl",
        "gzip, --version, gzip",
        "xz, --version, xz",
        "zstd, --version, zstd",
        "php, --version, php",
        "lscpu, --version, util-linux",
        "nginx, -v, nginx",
        "haproxy, -v, haproxy",
        "redis-cli, --version, redis",
        "memcached, --version, memcached",
        "lighttpd, -v, lighttpd",
        "gcc, -dumpfullversion, gcc",
        "go, version, go",
        "sqlite3, --version, sqlite",
        "ffmpeg, -version, ffmpeg",
        "busybox, --help, busybox",
        "postgres, --version, postgresql"
    })
    void tellsTheVersionThatTheProgramTells(String program, String question, String name) throws Exception {
        Path file = find(program);
        assumeTrue(file != null, () -> "this machine has no " + program);
        assumeTrue(isExecutable(Objects.requireNonNull(file)), () -> program + " is a script here");
        assumeTrue(
                !program.equals("sqlite3") || linksNoLibrary(file), "sqlite3 leaves its version to its library here");
        String version = askedVersion(file, question);
        assertThat(catalog(file).names()).as(file.toString()).contains(name + " " + version);
    }

    private static boolean linksNoLibrary(Path file) throws IOException {
        return Files.size(file) > 1 << 20;
    }

    private static String askedVersion(Path file, String question) throws Exception {
        Process process = new ProcessBuilder(file.toString(), question)
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readNBytes(4096), java.nio.charset.StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            assertThat(version.find()).as(said).isTrue();
            return version.group();
        } finally {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static @org.jspecify.annotations.Nullable Path find(String program) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/go/bin")) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file.toRealPath();
            }
        }
        return null;
    }

    private static boolean isExecutable(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(4), new byte[] {0x7f, 'E', 'L', 'F'});
        }
    }

    private static Cataloged catalog(Path file) throws IOException {
        Cataloged said = new Cataloged();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            ImagePath path = ImagePath.parse(file.toString().substring(1)).orElseThrow();
            new BinaryCataloger()
                    .catalog(new CandidateFile(path, content, Limits.DEFAULT, ScratchSpace.inMemory()), said);
        }
        return said;
    }

    /** Prints what is known of files: {@code java … RealProgramsTest FILE…}. */
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            Cataloged said = catalog(Path.of(file));
            List<String> found = new ArrayList<>(said.names());
            said.packages().forEach(p -> found.add(p.metadata().toString()));
            found.addAll(said.diagnostics());
            System.out.println(file + "  " + found);
        }
    }
}
