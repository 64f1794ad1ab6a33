package org.drydock.image.daemon;

import java.nio.file.Path;
import org.drydock.image.ImageException;
import org.jspecify.annotations.Nullable;

/** Where a daemon listens. */
sealed interface EngineAddress {
    /** A socket of this machine. */
    record Unix(Path socket) implements EngineAddress {
        @Override
        public String toString() {
            return "unix://" + socket;
        }
    }

    /**
     * Another machine, or this one by its network.
     *
     * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}; null for no TLS
     * @param verify whether the daemon's certificate is checked
     */
    record Tcp(String host, int port, @Nullable Path certificates, boolean verify) implements EngineAddress {
        @Override
        public String toString() {
            return "tcp://" + host + ":" + port;
        }
    }

    /**
     * Reads what {@code DOCKER_HOST} holds.
     *
     * @param certificates used for TCP; null for no TLS
     * @throws ImageException if the address is of a kind that is not spoken to
     */
    static EngineAddress parse(String text, @Nullable Path certificates, boolean verify) {
        if (text.startsWith("unix://")) {
            return new Unix(Path.of(text.substring("unix://".length())));
        }
        if (text.startsWith("/")) {
            return new Unix(Path.of(text));
        }
        if (text.startsWith("ssh://")) {
            throw new ImageException(text + ": ssh is not spoken; forward the socket (ssh -nNT -L"
                    + " /tmp/docker.sock:/var/run/docker.sock HOST) and set DOCKER_HOST=unix:///tmp/docker.sock");
        }
        if (text.startsWith("tcp://")) {
            String rest = text.substring("tcp://".length()).replaceFirst("/.*$", "");
            int colon = rest.lastIndexOf(':');
            boolean hasPort = colon > rest.lastIndexOf(']');
            String host = hasPort ? rest.substring(0, colon) : rest;
            try {
                int port = hasPort ? Integer.parseInt(rest.substring(colon + 1)) : certificates == null ? 2375 : 2376;
                if (!host.isEmpty() && port > 0 && port < 1 << 16) {
                    return new Tcp(host.replaceAll("[\\[\\]]", ""), port, certificates, verify);
                }
            } catch (NumberFormatException e) {
                // told below
            }
        }
        throw new ImageException(
                text + ": not the address of a daemon: expected unix://PATH or tcp://HOST:PORT in DOCKER_HOST");
    }
}
