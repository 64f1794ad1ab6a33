package org.drydock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real server that a test starts, waits for and stops; only this very process is stopped. */
public final class ServerProcess implements AutoCloseable {
    private static final int START_SECONDS = 40;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The first of some commands that the machine has; empty if it has none of them. */
    public static Optional<Path> command(String... names) {
        for (String name : names) {
            for (String folder : new String[] {"/usr/sbin", "/usr/bin", "/sbin", "/bin"}) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Starts a server.
     *
     * @param folder for its log, and to run in
     * @param ready asked again and again until it says so
     * @return empty, with the reason printed, if it ends or does not become ready
     */
    public static Optional<ServerProcess> start(
            Path folder, Map<String, String> environment, List<String> command, BooleanSupplier ready) {
        Path log = folder.resolve(Path.of(command.getFirst()).getFileName() + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            ServerProcess server = new ServerProcess(process, log);
            for (int i = 0; i < START_SECONDS * 10; i++) {
                if (ready.getAsBoolean()) {
                    return Optional.of(server);
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            System.out.println("SKIPPED: " + command.getFirst() + " does not start here: " + server.lastWords());
            server.close();
            return Optional.empty();
        } catch (IOException e) {
            System.out.println("SKIPPED: " + command.getFirst() + " cannot be run: " + e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A port of the loopback that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody listens on a port of the loopback. */
    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command to its end; what it printed, or empty if it failed. */
    public static Optional<String> run(Path folder, Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String printed =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            boolean done = process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
            if (!done) {
                System.out.println(String.join(" ", command) + ": " + printed);
            }
            return done ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }
}
