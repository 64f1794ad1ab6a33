package org.drydock.image.daemon;

/** The daemons that speak the Engine API. */
public enum Daemon {
    DOCKER("docker", "Is dockerd running, and may this user reach its socket? DOCKER_HOST names another one"),
    PODMAN(
            "podman",
            "Start its API: podman system service --time=0 unix:///run/podman/podman.sock (or systemctl --user start"
                    + " podman.socket); or save the image: podman save -o FILE IMAGE");

    private final String word;
    private final String wayOut;

    Daemon(String word, String wayOut) {
        this.word = word;
        this.wayOut = wayOut;
    }

    /** The scheme of its targets, and its command. */
    public String word() {
        return word;
    }

    String wayOut() {
        return wayOut;
    }
}
