package org.drydock.image.source;

import java.nio.file.Path;
import java.util.Map;
import org.drydock.core.Limits;
import org.drydock.image.Platform;
import org.drydock.image.containerd.ContainerdImages;
import org.drydock.image.registry.RegistryOptions;
import org.jspecify.annotations.Nullable;

/**
 * What opening a target depends on beside its name.
 *
 * @param platform which image of a multi-platform one; null for this machine's
 * @param registries how registries are reached
 * @param containerdRoot where containerd keeps its files
 * @param offline whether the network is left alone; sockets of this machine are not the network
 * @param environment the process's environment
 * @param cacheDirectory where small documents are kept from scan to scan; null to keep none
 */
public record TargetOptions(
        @Nullable Platform platform,
        Limits limits,
        RegistryOptions registries,
        Path containerdRoot,
        boolean offline,
        Map<String, String> environment,
        @Nullable Path cacheDirectory) {
    public TargetOptions {
        environment = Map.copyOf(environment);
    }

    /** For files alone: no network, no daemons that the environment names. */
    public static TargetOptions ofFiles(@Nullable Platform platform, Limits limits) {
        return new TargetOptions(
                platform, limits, RegistryOptions.of(Map.of()), ContainerdImages.DEFAULT_ROOT, true, Map.of(), null);
    }
}
