package org.drydock.image.registry;

import java.net.URI;
import java.util.Locale;
import org.drydock.image.ImageReference;

/**
 * One place where a repository may be found: the registry itself or a mirror.
 *
 * @param host with port where stated
 * @param repository its name there
 */
record Endpoint(String host, String repository) {
    private static final String DOCKER_HUB_API = "registry-1.docker.io";

    static Endpoint of(ImageReference image) {
        return new Endpoint(image.host(), image.repository());
    }

    /** The repository behind a mirror {@code HOST[:PORT][/PREFIX]}. */
    static Endpoint ofMirror(String mirror, ImageReference image) {
        int slash = mirror.indexOf('/');
        String host = slash < 0 ? mirror : mirror.substring(0, slash);
        String prefix = slash < 0 ? "" : mirror.substring(slash + 1).replaceFirst("/+$", "") + "/";
        return new Endpoint(host.toLowerCase(Locale.ROOT), prefix + image.repository());
    }

    /** The address of something below the repository. */
    URI uri(String scheme, String rest) {
        String api = host.equals(ImageReference.DOCKER_HUB) ? DOCKER_HUB_API : host;
        return URI.create(scheme + "://" + api + "/v2/" + repository + "/" + rest);
    }

    /** The scope that a token for reading needs. */
    String scope() {
        return "repository:" + repository + ":pull";
    }

    @Override
    public String toString() {
        return host + "/" + repository;
    }
}
