package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.drydock.image.ImageException;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * Asks a credential helper, {@code docker-credential-NAME get}: the server goes in, a user and a secret come out.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers#development">The helpers' protocol</a>
 */
final class CredentialHelper {
    private static final int MAX_ANSWER = 1 << 16;
    private static final String TOKEN_USER = "<token>";

    private final Map<String, String> environment;
    private final Duration patience;

    CredentialHelper(Map<String, String> environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * The credentials that helper {@code name} has for {@code server}; empty if it has none.
     *
     * @throws ImageException if there is no such helper, or it does not answer in time
     */
    Optional<Credentials> ask(String name, String server) {
        if (name.isEmpty()
                || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')) {
            throw new ImageException("credential helper \"" + name + "\": not the name of a helper; mend it in"
                    + " Docker's config.json");
        }
        String command = "docker-credential-" + name;
        String answer = answer(find(command), command, server);
        if (answer.isBlank()) {
            return Optional.empty();
        }
        JsonValue json;
        try {
            json = JsonReader.read(answer.getBytes(StandardCharsets.UTF_8), command);
        } catch (JsonException e) {
            return Optional.empty();
        }
        String user = json.get("Username").text("");
        String secret = json.get("Secret").text("");
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                user.equals(TOKEN_USER) ? new Credentials.IdentityToken(secret) : new Credentials.Login(user, secret));
    }

    private Path find(String command) {
        for (String folder :
                environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin").split(":", -1)) {
            Path file = Path.of(folder, command);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return file;
            }
        }
        throw new ImageException(command + ": Docker's config.json names this credential helper, but it is not on the"
                + " PATH; install it, or log in without it");
    }

    /** What the helper prints; nothing if it ends with an error, as it does for a server that it does not know. */
    private String answer(Path file, String command, String server) {
        ProcessBuilder builder =
                new ProcessBuilder(file.toString(), "get").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            AtomicReference<String> printed = new AtomicReference<>("");
            Thread reader = Thread.ofPlatform().daemon().start(() -> printed.set(read(process.getInputStream())));
            try (OutputStream in = process.getOutputStream()) {
                in.write(server.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it ended without reading: what it printed counts
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new ImageException(command + ": no answer within " + patience.toSeconds() + " s");
            }
            reader.join(patience);
            return process.exitValue() == 0 ? printed.get() : "";
        } catch (IOException e) {
            throw new ImageException(command + ": cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException(command + ": interrupted", e);
        }
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
