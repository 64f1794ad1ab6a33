package org.drydock.policy;

import java.util.Locale;
import org.drydock.core.Purl;

/**
 * Whether a stated package URL means an installed package: type, namespace and name must be the same; version and
 * qualifiers only where they are stated.
 */
public final class PurlMatch {
    private PurlMatch() {}

    /** What two package URLs that may match have in common: type, namespace and name, as the type compares them. */
    public static String key(Purl purl) {
        return switch (purl.type()) {
            case "pypi" -> "pypi//" + lower(purl.name()).replace('_', '-').replace('.', '-');
            case "deb", "apk", "rpm", "golang", "composer", "github", "bitbucket" ->
                purl.type() + "/" + lower(purl.namespace()) + "/" + lower(purl.name());
            default -> purl.type() + "/" + purl.namespace() + "/" + purl.name();
        };
    }

    /** Whether {@code stated} means {@code installed}. */
    public static boolean matches(Purl stated, Purl installed) {
        return key(stated).equals(key(installed))
                && (stated.version().isEmpty() || stated.version().equals(installed.version()))
                && qualifiersMatch(stated, installed);
    }

    /** Whether every qualifier that is stated is one of the installed package. */
    public static boolean qualifiersMatch(Purl stated, Purl installed) {
        return stated.qualifiers().entrySet().stream()
                .allMatch(q -> q.getValue().equals(installed.qualifiers().get(q.getKey())));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
