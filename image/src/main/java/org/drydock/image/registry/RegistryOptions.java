package org.drydock.image.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How registries are reached.
 *
 * @param mirrors by host, the mirrors that are asked before it, in order: {@code HOST[:PORT][/PREFIX]}
 * @param plainHttp hosts (with port where they have one) that are spoken to without TLS
 * @param unverifiedTls hosts whose certificates are not checked
 * @param authorities PEM files of certificate authorities that are trusted beside the usual ones
 * @param environment the process's environment: proxies, and where credentials are kept
 */
public record RegistryOptions(
        Map<String, List<String>> mirrors,
        Set<String> plainHttp,
        Set<String> unverifiedTls,
        List<Path> authorities,
        Map<String, String> environment) {
    public RegistryOptions {
        Map<String, List<String>> copied = new TreeMap<>();
        mirrors.forEach((host, of) -> copied.put(host, List.copyOf(of)));
        mirrors = java.util.Collections.unmodifiableMap(copied);
        plainHttp = Set.copyOf(plainHttp);
        unverifiedTls = Set.copyOf(unverifiedTls);
        authorities = List.copyOf(authorities);
        environment = Map.copyOf(environment);
    }

    /** No mirrors, TLS everywhere but on this machine, the usual authorities. */
    public static RegistryOptions of(Map<String, String> environment) {
        return new RegistryOptions(Map.of(), Set.of(), Set.of(), List.of(), environment);
    }
}
