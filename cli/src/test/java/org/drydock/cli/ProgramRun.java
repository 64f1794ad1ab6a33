package org.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** One run of the program inside the test's process. */
record ProgramRun(int exit, String out, String err) {
    static ProgramRun of(Path cache, String... arguments) {
        return of(Map.of("DRYDOCK_CACHE_DIR", cache.toString()), cache, arguments);
    }

    static ProgramRun of(Map<String, String> environment, Path directory, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            exit = new CommandLineRun(new Surroundings(outStream, errStream, environment, directory, false, false))
                    .run(arguments);
        }
        return new ProgramRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonValue json() {
        return JsonReader.read(out.getBytes(StandardCharsets.UTF_8), "the program's output");
    }

    /** The codes of the report's diagnostics. */
    List<String> codes() {
        return json().get("diagnostics").elements().stream()
                .map(d -> d.get("code").text(""))
                .toList();
    }
}
