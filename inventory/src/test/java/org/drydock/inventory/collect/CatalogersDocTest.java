package org.drydock.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;
import org.junit.jupiter.api.Test;

/** Holds docs/catalogers.md to the catalogers there are; with {@code -Dupdate.golden=true} it is written anew. */
final class CatalogersDocTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "catalogers.md");

    private static final String START = """
        # Catalogers

        Each reads one kind of file that tells of packages. *Installed* ones say what is there; *declared* ones say what
        is wanted, and count in directories of sources only. Programs without a package manager are listed in
        [binaries.md](binaries.md).

        This page is written by `CatalogersDocTest` out of the catalogers themselves.

        | cataloger | version | evidence | files |
        |---|---|---|---|
        """;

    @Test
    void theDocumentListsAllCatalogers() throws IOException {
        String written =
                START + Catalogers.all().stream().map(CatalogersDocTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(written);
    }

    private static String row(Cataloger cataloger) {
        return "| `" + cataloger.name() + "` | " + cataloger.version() + " | "
                + cataloger.evidence().name().toLowerCase(java.util.Locale.ROOT) + " | " + files(cataloger.selectors())
                + " |\n";
    }

    private static String files(List<Selector> selectors) {
        return selectors.stream().map(CatalogersDocTest::file).distinct().collect(Collectors.joining(", "));
    }

    private static String file(Selector selector) {
        return switch (selector) {
            case Selector.Path exact -> "`/" + exact.path() + "`";
            case Selector.Name name -> "`" + name.name() + "`";
            case Selector.NameMatch _ -> "by name";
            case Selector.Extension extension -> "`*" + extension.extension() + "`";
            case Selector.PathEnd end -> "`…/" + end.end() + "`";
            case Selector.InDirectory directory -> "`…/" + directory.directoryEnd() + "/*`";
            case Selector.Head _ -> "by the first bytes";
        };
    }
}
