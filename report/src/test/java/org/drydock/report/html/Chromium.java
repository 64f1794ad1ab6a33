package org.drydock.report.html;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real browser that shows a page and tells what became of it. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "headless_shell");
    private static final long SECONDS = 120;

    private final String program;
    private final Path folder;

    private Chromium(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * What a page is after its script has run.
     *
     * @param document as HTML
     * @param console what was written to the browser's console, errors and refusals of the policy among it
     */
    record Page(String document, List<String> console) {}

    /** The browser of this machine; the test that asks is skipped where there is none. */
    @SuppressWarnings("SystemOut")
    static Chromium orSkip(Path folder) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            for (String name : NAMES) {
                Path program = Path.of(directory, name);
                if (Files.isExecutable(program)) {
                    return new Chromium(program.toString(), folder);
                }
            }
        }
        String reason = "SKIPPED: pages in a real browser: no Chromium is installed";
        System.out.println(reason);
        return abort(reason);
    }

    Page open(Path page, String fragment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--enable-logging=stderr",
                "--dump-dom"));
        command.add(page.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
        Path out = Files.createTempFile(folder, "page", ".html");
        Path log = Files.createTempFile(folder, "log", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end; it says: " + Files.readString(log));
        }
        String document = Files.readString(out);
        if (!document.contains("</html>")) {
            throw new IOException("the browser showed nothing; it says: " + Files.readString(log));
        }
        return new Page(
                document,
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }
}
