package org.drydock.inventory.distro;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.drydock.inventory.Distro;

/**
 * What {@code os-release} says.
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release(5)</a>
 */
final class OsRelease {
    private OsRelease() {}

    /** Empty if the file does not say who it is. */
    static Optional<Distro> read(Map<String, String> variables) {
        String id = value(variables, "ID").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        List<String> idLike = words(value(variables, "ID_LIKE").toLowerCase(Locale.ROOT));
        boolean debian = id.equals("debian") || idLike.contains("debian");
        String codename = value(variables, "VERSION_CODENAME").toLowerCase(Locale.ROOT);
        return Optional.of(new Distro(
                id,
                idLike,
                value(variables, "VERSION_ID"),
                codename.isEmpty() && debian ? codenameInVersion(variables) : codename,
                prettyName(id, variables)));
    }

    /** Debian's files from before {@code VERSION_CODENAME} have it behind the version: {@code 8 (jessie)}. */
    private static String codenameInVersion(Map<String, String> variables) {
        String version = value(variables, "VERSION");
        int open = version.indexOf('(');
        int close = version.indexOf(')', open + 1);
        if (open < 0 || close < 0) {
            return "";
        }
        List<String> words = words(version.substring(open + 1, close).toLowerCase(Locale.ROOT));
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static String prettyName(String id, Map<String, String> variables) {
        String pretty = value(variables, "PRETTY_NAME");
        if (!pretty.isEmpty()) {
            return pretty;
        }
        String name = variables.getOrDefault("NAME", id);
        return (name + " " + value(variables, "VERSION")).strip();
    }

    private static String value(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "");
    }

    private static List<String> words(String text) {
        return java.util.Collections.list(new StringTokenizer(text)).stream()
                .map(String.class::cast)
                .toList();
    }
}
