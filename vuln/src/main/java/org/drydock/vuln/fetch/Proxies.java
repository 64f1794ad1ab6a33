package org.drydock.vuln.fetch;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment names, as curl reads them: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY}
 * and {@code NO_PROXY}, also in lower case.
 */
final class Proxies extends ProxySelector {
    private final Map<String, String> environment;

    Proxies(Map<String, String> environment) {
        this.environment = environment;
        for (String variable : List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")) {
            proxy(variable);
        }
    }

    /** Whether the environment says anything of proxies. */
    boolean isSet() {
        return List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY").stream()
                .anyMatch(name -> !value(name).isEmpty());
    }

    @Override
    public List<Proxy> select(URI address) {
        Optional<URI> proxy = isExcepted(address) ? Optional.empty() : proxyFor(address);
        return List.of(proxy.map(uri -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port(uri))))
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}

    /** Gives the proxy, and nothing else, the name and the password in its address. */
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                if (getRequestorType() != RequestorType.PROXY) {
                    return null;
                }
                return List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY").stream()
                        .flatMap(name -> proxy(name).stream())
                        .filter(uri -> uri.getHost().equals(getRequestingHost()) && port(uri) == getRequestingPort())
                        .flatMap(uri -> Optional.ofNullable(uri.getUserInfo()).stream())
                        .map(user -> user.split(":", 2))
                        .map(user ->
                                new PasswordAuthentication(user[0], (user.length > 1 ? user[1] : "").toCharArray()))
                        .findFirst()
                        .orElse(null);
            }
        };
    }

    private Optional<URI> proxyFor(URI address) {
        Optional<URI> own = proxy(address.getScheme().equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY");
        return own.isPresent() ? own : proxy("ALL_PROXY");
    }

    private Optional<URI> proxy(String variable) {
        String text = value(variable);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && uri.getScheme().equals("http")) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new FetchException(variable + ": expected http://HOST:PORT of a proxy");
    }

    private String value(String variable) {
        String upper = environment.getOrDefault(variable, "");
        return upper.isEmpty() ? environment.getOrDefault(variable.toLowerCase(Locale.ROOT), "") : upper;
    }

    private boolean isExcepted(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        for (String entry : value("NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            String name = entry.startsWith("*.") ? entry.substring(1) : entry;
            String domain = name.startsWith(".") ? name : "." + name;
            if (!name.isEmpty() && (name.equals("*") || host.equals(name) || host.endsWith(domain))) {
                return true;
            }
        }
        return false;
    }

    private static int port(URI proxy) {
        return proxy.getPort() < 0 ? 80 : proxy.getPort();
    }
}
