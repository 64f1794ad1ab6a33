package org.drydock.image.registry;

/** Hosts that are this machine: there, plain HTTP gives nothing away. */
final class Loopback {
    private Loopback() {}

    /** Whether a host, with or without a port, is this machine. */
    static boolean is(String host) {
        if (host.startsWith("[::1]") || host.equals("::1")) {
            return true;
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        return name.equals("localhost") || isIpv4Loopback(name);
    }

    private static boolean isIpv4Loopback(String name) {
        return name.startsWith("127.") && name.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }
}
