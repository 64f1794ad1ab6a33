package org.drydock.policy.vex;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.drydock.core.Purl;

/**
 * What an image goes by, as far as it is known.
 *
 * @param digests of its manifest and its configuration, for example {@code sha256:…}
 * @param names with tag or digest, for example {@code registry.example.org/shop/cart:2.4}
 * @param architecture for example {@code arm64}
 */
public record ImageIdentity(List<String> digests, List<String> names, String architecture) {
    /** What is no image. */
    public static final ImageIdentity NONE = new ImageIdentity(List.of(), List.of(), "");

    public ImageIdentity {
        digests = List.copyOf(digests);
        names = List.copyOf(names);
    }

    /** Whether a name with tag or digest, or a digest, means this image. */
    boolean isNamed(String text) {
        int at = text.indexOf('@');
        return digests.contains(text)
                || (at >= 0 && digests.contains(text.substring(at + 1)))
                || names.stream().anyMatch(name -> normal(name).equals(normal(text)));
    }

    /**
     * Whether a package URL of type {@code oci} or {@code docker} means this image: a stated digest must be its own; else
     * repository, tag and architecture must be, as far as they are stated.
     *
     * @see <a href="https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md">Type oci</a>
     */
    boolean isMeantBy(Purl purl) {
        String arch = purl.qualifiers().getOrDefault("arch", architecture);
        if (!arch.equals(architecture)) {
            return false;
        }
        if (digests.contains(purl.version())) {
            return true;
        }
        String tag = Objects.requireNonNullElse(
                purl.qualifiers().get("tag"), purl.version().contains(":") ? "" : purl.version());
        return !purl.version().contains(":")
                && names.stream()
                        .anyMatch(name -> isRepository(name, purl) && (tag.isEmpty() || tag.equals(tag(name))));
    }

    private static boolean isRepository(String name, Purl purl) {
        String repository = repository(name);
        String stated = purl.qualifiers().getOrDefault("repository_url", purl.namespace());
        if (stated.isEmpty()) {
            return repository.substring(repository.lastIndexOf('/') + 1).equals(purl.name());
        }
        return Stream.of(stated, stated + "/" + purl.name())
                .anyMatch(s -> normal(s).equals(repository));
    }

    /** The name without tag and digest, and without what Docker adds to names. */
    private static String repository(String name) {
        String normal = normal(name);
        int at = normal.indexOf('@');
        String untagged = at < 0 ? normal : normal.substring(0, at);
        int colon = untagged.indexOf(':', untagged.lastIndexOf('/') + 1);
        return colon < 0 ? untagged : untagged.substring(0, colon);
    }

    private static String tag(String name) {
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        return colon < 0 || name.contains("@") ? "" : name.substring(colon + 1);
    }

    private static String normal(String name) {
        String rest = name;
        for (String prefix : List.of("https://", "index.docker.io/", "docker.io/", "library/")) {
            rest = rest.startsWith(prefix) ? rest.substring(prefix.length()) : rest;
        }
        return rest;
    }
}
