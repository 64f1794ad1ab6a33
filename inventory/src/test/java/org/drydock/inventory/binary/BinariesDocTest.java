package org.drydock.inventory.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/binaries.md to the table of programs; with {@code -Dupdate.golden=true} it is written anew. */
final class BinariesDocTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "binaries.md");

    private static final String START = """
        # Programs without a package manager

        Drydock knows these programs and libraries by their file's name and by what their bytes say. What the operating
        system's package database owns is left to that. A package is of type `binary`, its package URL
        `pkg:generic/NAME@VERSION`, and advisories are asked for by the CPE products below.

        How sure it is stands in the JSON report: *certain* when several independent statements in the file name the
        version, *likely* when fewer do, with the patterns that were found. A file of such a name that does not state
        its version, or two that are equally likely, is told as software that nobody could name; it never gets a guess.

        *Verified on* names the real files that the patterns were tried on. Where it is empty, they follow the form in
        which the program is known to state its version, and were tried on bytes made for the test at most.

        This page is written by `BinariesDocTest` out of `programs.txt`, where the patterns stand.

        | program | files | CPE | verified on |
        |---|---|---|---|
        """;

    @Test
    void theDocumentListsAllPrograms() throws IOException {
        String written = START
                + Programs.shipped().all().stream().map(BinariesDocTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(written);
    }

    private static String row(Program program) {
        return "| " + program.name() + " | "
                + program.files().stream().map(glob -> "`" + glob.text() + "`").collect(Collectors.joining(" ")) + " | "
                + program.products().stream().map(cpe -> "`" + cpe + "`").collect(Collectors.joining(" ")) + " | "
                + program.verified() + " |\n";
    }
}
