package org.drydock.image.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drydock.image.ImageException;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds a daemon as its own command would: the environment, Docker's contexts, the usual sockets, rootless ones too.
 *
 * @see <a href="https://docs.docker.com/engine/manage-resources/contexts/">Docker contexts</a>
 */
final class DaemonAddresses {
    private static final int MAX_BYTES = 1 << 20;

    private final Map<String, String> environment;

    DaemonAddresses(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The daemon's address; empty if nothing names one and no usual socket is there. */
    Optional<EngineAddress> find(Daemon daemon) {
        return switch (daemon) {
            case DOCKER -> docker();
            case PODMAN -> podman();
        };
    }

    private Optional<EngineAddress> docker() {
        String host = value("DOCKER_HOST");
        if (!host.isEmpty()) {
            boolean verify = !value("DOCKER_TLS_VERIFY").isEmpty();
            String folder = value("DOCKER_CERT_PATH");
            Path certificates = folder.isEmpty() ? (verify ? dockerFolder() : null) : Path.of(folder);
            return Optional.of(EngineAddress.parse(host, certificates, verify));
        }
        String context = context();
        if (!context.isEmpty() && !context.equals("default")) {
            return Optional.of(ofContext(context));
        }
        return firstSocket(List.of(
                Path.of("/var/run/docker.sock"),
                Path.of(value("XDG_RUNTIME_DIR").isEmpty() ? "/nowhere" : value("XDG_RUNTIME_DIR"), "docker.sock"),
                dockerFolder().resolve("run/docker.sock")));
    }

    private Optional<EngineAddress> podman() {
        String host = value("CONTAINER_HOST");
        if (!host.isEmpty()) {
            return Optional.of(EngineAddress.parse(host, null, true));
        }
        return firstSocket(List.of(
                Path.of(
                        value("XDG_RUNTIME_DIR").isEmpty() ? "/nowhere" : value("XDG_RUNTIME_DIR"),
                        "podman/podman.sock"),
                Path.of("/run/podman/podman.sock")));
    }

    private static Optional<EngineAddress> firstSocket(List<Path> sockets) {
        return sockets.stream()
                .filter(Files::exists)
                .<EngineAddress>map(EngineAddress.Unix::new)
                .findFirst();
    }

    private String context() {
        String stated = value("DOCKER_CONTEXT");
        Path config = dockerFolder().resolve("config.json");
        return stated.isEmpty() && Files.isRegularFile(config)
                ? read(config).get("currentContext").text("")
                : stated;
    }

    private EngineAddress ofContext(String name) {
        String id = sha256(name);
        Path folder = dockerFolder().resolve("contexts");
        Path meta = folder.resolve("meta").resolve(id).resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            throw new ImageException("the Docker context " + name + " is chosen, but there is none of that name;"
                    + " choose another: docker context use default");
        }
        JsonValue endpoint = read(meta).get("Endpoints").get("docker");
        Path certificates = folder.resolve("tls").resolve(id).resolve("docker");
        @Nullable Path used = Files.isDirectory(certificates) ? certificates : null;
        return EngineAddress.parse(
                endpoint.get("Host").text(""),
                used,
                !endpoint.get("SkipTLSVerify").isTrue());
    }

    private Path dockerFolder() {
        String stated = value("DOCKER_CONFIG");
        return stated.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/root"), ".docker") : Path.of(stated);
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }

    private static JsonValue read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ImageException(file + ": larger than " + MAX_BYTES + " bytes");
            }
            return JsonReader.read(Files.readAllBytes(file), file.toString());
        } catch (IOException | JsonException e) {
            throw new ImageException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
