package org.drydock.inventory.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.SharedFolder;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.junit.jupiter.api.Test;

/** The status file of a real image against what dpkg-query said about it. */
class DpkgImageTest {
    @Test
    void listsWhatDpkgLists() throws Exception {
        Path archive = SharedFolder.file("images/small/debian12-web.dpkg-status.tar.zst");
        Path expectation = SharedFolder.file("images/expected/debian12-web.packages.json");
        byte[] status;
        try (InputStream in = new ZstdInputStream(Files.newInputStream(archive))) {
            status = entry(in.readAllBytes(), "var/lib/dpkg/status");
        }
        Cataloged said = Cataloged.by(new DpkgCataloger(), "var/lib/dpkg/status", status);
        assertThat(said.diagnostics()).isEmpty();
        assertThat(said.packages().stream().map(DpkgImageTest::line))
                .containsExactlyInAnyOrderElementsOf(expected(expectation));
    }

    private static String line(CatalogedPackage found) {
        SourcePackage source = Objects.requireNonNull(found.source());
        return String.join(" ", found.name(), found.version(), found.architecture(), source.name(), source.version());
    }

    private static List<String> expected(Path file) throws Exception {
        List<String> lines = new ArrayList<>();
        JsonValue root = JsonReader.read(Files.readAllBytes(file), file.toString());
        for (JsonValue found : root.get("packages").elements()) {
            if (found.get("type").text("").equals("deb")) {
                lines.add(String.join(
                        " ",
                        found.get("name").text(""),
                        found.get("version").text(""),
                        found.get("arch").text(""),
                        found.get("source").get("name").text(""),
                        found.get("source").get("version").text("")));
            }
        }
        return lines;
    }

    /** The content of a member of a tar archive. */
    private static byte[] entry(byte[] tar, String name) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(tar);
        while (true) {
            byte[] header = in.readNBytes(512);
            assertThat(header).as("tar header before " + name).hasSize(512);
            String path = new String(header, 0, 100, StandardCharsets.UTF_8).trim();
            int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII).trim(), 8);
            byte[] content = in.readNBytes(size);
            in.skipNBytes((512 - size % 512) % 512);
            if (path.equals(name) || path.equals("./" + name)) {
                return content;
            }
        }
    }
}
