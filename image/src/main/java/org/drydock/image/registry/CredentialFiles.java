package org.drydock.image.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drydock.image.ImageException;
import org.drydock.image.ImageReference;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/**
 * Finds credentials where {@code docker login} and {@code podman login} leave them: {@code REGISTRY_AUTH_FILE}, podman's
 * {@code auth.json}, Docker's {@code config.json}, and the credential helpers that these name.
 *
 * @see <a href="https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md">containers-auth.json(5)</a>
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/">docker login</a>
 */
final class CredentialFiles {
    private static final int MAX_BYTES = 1 << 20;
    private static final Duration HELPER_PATIENCE = Duration.ofSeconds(30);
    private static final List<String> DOCKER_HUB_NAMES =
            List.of("https://index.docker.io/v1/", "docker.io", "index.docker.io", "registry-1.docker.io");

    private final Map<String, String> environment;

    CredentialFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The credentials for a repository, from the first file that has some.
     *
     * @throws ImageException if a file cannot be read, or a helper fails
     */
    Credentials find(Endpoint endpoint) {
        for (Path file : files()) {
            Optional<Credentials> found = in(file, endpoint);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Credentials.Anonymous();
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        add(files, environment.get("REGISTRY_AUTH_FILE"), "");
        add(files, environment.get("XDG_RUNTIME_DIR"), "containers/auth.json");
        add(files, environment.get("XDG_CONFIG_HOME"), "containers/auth.json");
        add(files, environment.get("HOME"), ".config/containers/auth.json");
        if (environment.containsKey("DOCKER_CONFIG")) {
            add(files, environment.get("DOCKER_CONFIG"), "config.json");
        } else {
            add(files, environment.get("HOME"), ".docker/config.json");
        }
        return files;
    }

    private static void add(List<Path> files, @org.jspecify.annotations.Nullable String folder, String name) {
        if (folder != null && !folder.isEmpty()) {
            Path file = name.isEmpty() ? Path.of(folder) : Path.of(folder, name);
            if (Files.isRegularFile(file)) {
                files.add(file);
            }
        }
    }

    private Optional<Credentials> in(Path file, Endpoint endpoint) {
        JsonValue config = read(file);
        CredentialHelper helper = new CredentialHelper(environment, HELPER_PATIENCE);
        for (String key : keys(endpoint)) {
            String own = config.get("credHelpers").get(key).text("");
            if (!own.isEmpty()) {
                return helper.ask(own, key);
            }
        }
        for (String key : keys(endpoint)) {
            Optional<Credentials> stated = stated(auth(config, key), file, key);
            if (stated.isPresent()) {
                return stated;
            }
        }
        String store = config.get("credsStore").text("");
        if (!store.isEmpty()) {
            for (String key : serverKeys(endpoint.host())) {
                Optional<Credentials> kept = helper.ask(store, key);
                if (kept.isPresent()) {
                    return kept;
                }
            }
        }
        return Optional.empty();
    }

    private static JsonValue read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ImageException(file + ": larger than " + MAX_BYTES + " bytes");
            }
            return JsonReader.read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new ImageException(file + ": credentials cannot be read: " + e.getMessage(), e);
        } catch (JsonException e) {
            throw new ImageException(e.getMessage() == null ? file + ": not valid JSON" : e.getMessage(), e);
        }
    }

    /** The names that an entry may have, most special first: the repository, its parents, the host. */
    private static List<String> keys(Endpoint endpoint) {
        List<String> keys = new ArrayList<>();
        String name = endpoint.toString();
        for (int end = name.length(); end > endpoint.host().length(); end = name.lastIndexOf('/', end - 1)) {
            keys.add(name.substring(0, end));
        }
        keys.addAll(serverKeys(endpoint.host()));
        return keys;
    }

    private static List<String> serverKeys(String host) {
        return host.equals(ImageReference.DOCKER_HUB) ? DOCKER_HUB_NAMES : List.of(host);
    }

    /** An entry of {@code auths}; older files have addresses for names. */
    private static JsonValue auth(JsonValue config, String key) {
        JsonValue exact = config.get("auths").get(key);
        if (!exact.isNull()) {
            return exact;
        }
        for (Map.Entry<String, JsonValue> entry : config.get("auths").members().entrySet()) {
            String name = entry.getKey()
                    .replaceFirst("^https?://", "")
                    .replaceFirst("/v[12]/?$", "")
                    .replaceFirst("/+$", "");
            if (name.equals(key)) {
                return entry.getValue();
            }
        }
        return JsonValue.JsonNull.NULL;
    }

    private static Optional<Credentials> stated(JsonValue entry, Path file, String key) {
        String identity = entry.get("identitytoken").text("");
        if (!identity.isEmpty()) {
            return Optional.of(new Credentials.IdentityToken(identity));
        }
        String encoded = entry.get("auth").text("");
        if (encoded.isEmpty()) {
            String user = entry.get("username").text("");
            return user.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials.Login(user, entry.get("password").text("")));
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon > 0) {
                String password = decoded.substring(colon + 1).replaceFirst("\0+$", "");
                return Optional.of(new Credentials.Login(decoded.substring(0, colon), password));
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new ImageException(file + ": auths." + key + ".auth is not base64 of USER:PASSWORD; log in again");
    }
}
