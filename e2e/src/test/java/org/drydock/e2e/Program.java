package org.drydock.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** Runs the program's launcher as a process, with a cache directory of its own. */
final class Program {
    private static final int TIMEOUT_MINUTES = 5;

    private final Path launcher;
    private final Path cache;

    private Program(Path launcher, Path cache) {
        this.launcher = launcher;
        this.cache = cache;
    }

    /** What a run ended with and printed. */
    record Result(int exit, String out, String err) {
        JsonValue json() {
            return JsonReader.read(out.getBytes(StandardCharsets.UTF_8), "the program's output");
        }
    }

    /** The launcher that the build names; empty if it names none. */
    static Optional<Program> find(Path cache) {
        String launcher = System.getProperty("e2e.launcher", "");
        return launcher.isEmpty() ? Optional.empty() : Optional.of(new Program(Path.of(launcher), cache));
    }

    Result run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("e2e", ".out");
            Path err = Files.createTempFile("e2e", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("DRYDOCK_CACHE_DIR", cache.toString());
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
