package org.drydock.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.drydock.core.DrydockException;

/**
 * What the program runs in, so that tests can give it another.
 *
 * @param environment the environment variables
 * @param directory the working directory
 * @param outIsTerminal whether {@code out} goes to a person
 * @param errIsTerminal whether {@code err} does
 * @param clock tells the time, by which exceptions expire
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        boolean outIsTerminal,
        boolean errIsTerminal,
        InstantSource clock) {
    private static final int TERMINAL_WIDTH = 80;
    private static final int FILE_WIDTH = 120;

    Surroundings(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path directory,
            boolean outIsTerminal,
            boolean errIsTerminal) {
        this(out, err, environment, directory, outIsTerminal, errIsTerminal, InstantSource.system());
    }

    static Surroundings ofProcess(PrintStream out, PrintStream err) {
        return new Surroundings(out, err, System.getenv(), Path.of(""), isTerminal(1), isTerminal(2));
    }

    /** The columns there are to write to. */
    int width() {
        for (String variable : new String[] {"DRYDOCK_COLUMNS", "COLUMNS"}) {
            try {
                int columns = Integer.parseInt(environment.getOrDefault(variable, ""));
                if (columns > 0) {
                    return columns;
                }
            } catch (NumberFormatException e) {
                // not set, or to nothing of use
            }
        }
        return outIsTerminal ? TERMINAL_WIDTH : FILE_WIDTH;
    }

    /** The time: {@code SOURCE_DATE_EPOCH} if that is set, so that a run can be repeated. */
    Instant now() {
        String epoch = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        try {
            return epoch.isEmpty() ? clock.instant() : Instant.ofEpochSecond(Long.parseLong(epoch));
        } catch (NumberFormatException | DateTimeException e) {
            throw new DrydockException("SOURCE_DATE_EPOCH: seconds since 1970 were expected, not " + epoch, e);
        }
    }

    /** Whether output may have colours. */
    boolean colour() {
        return outIsTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Where Drydock keeps what it may need again. */
    Path defaultCacheDirectory() {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!xdg.isEmpty()) {
            return Path.of(xdg, "drydock");
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return mac ? Path.of(home, "Library", "Caches", "drydock") : Path.of(home, ".cache", "drydock");
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return java.util.Objects.requireNonNull(System.console()).isTerminal();
        }
    }
}
