package org.drydock.runtime.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a container. Its id comes from the kernel; the rest from who started it, and may not be known yet.
 *
 * @param id the first 12 characters of the id; {@code host} outside of containers
 * @param fullId the whole id; empty on the host
 * @param facts what the runtime tells, by the name of the field without {@code container.}, or with {@code k8s.}
 * @param mounts source, destination, mode, whether it can be written, and propagation, each joined by colons
 */
public record Container(String id, String fullId, Map<String, String> facts, List<String> mounts) {
    /** Everything that is in no container. */
    public static final Container HOST = new Container("host", "", Map.of(), List.of());

    public Container {
        facts = Map.copyOf(facts);
        mounts = List.copyOf(mounts);
    }

    /** A fact; empty if it is not known. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
