package org.drydock.image.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.drydock.image.PackageListing.Kind;

/** Tells a list of packages from other files by its beginning; which format it has is for its reader to say. */
final class Listings {
    private static final int HEAD = 4096;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Listings() {}

    /** What a file is that begins as CycloneDX, SPDX, syft's JSON or a list of package URLs does; empty for others. */
    static Optional<Kind> kind(Path file) {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Optional.empty();
        }
        String text = (head.startsWith(BYTE_ORDER_MARK) ? head.substring(1) : head).stripLeading();
        if (text.startsWith("pkg:")) {
            return Optional.of(Kind.PURLS);
        }
        return isSbom(text) ? Optional.of(Kind.SBOM) : Optional.empty();
    }

    private static boolean isSbom(String text) {
        if (text.startsWith("{")) {
            return text.contains("\"CycloneDX\"")
                    || text.contains("\"spdxVersion\"")
                    || text.contains("\"SPDXRef-DOCUMENT\"")
                    || text.substring(1).stripLeading().startsWith("\"artifacts\"");
        }
        if (text.startsWith("<")) {
            return text.contains("http://cyclonedx.org/schema/bom/");
        }
        return text.startsWith("SPDXVersion:");
    }
}
