package org.drydock.inventory.distro;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drydock.inventory.Distro;

/** What {@code SuSE-release} says: the name in the first line, then {@code VERSION = 11} and {@code PATCHLEVEL = 4}. */
final class SuseRelease {
    private SuseRelease() {}

    static Optional<Distro> read(String text) {
        List<String> lines = text.lines().map(String::strip).limit(100).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String name = lines.getFirst();
        Optional<String> id = idOf(name.toLowerCase(Locale.ROOT));
        String version = value(lines, "VERSION");
        String patch = value(lines, "PATCHLEVEL");
        String full = patch.isEmpty() || patch.equals("0") ? version : version + "." + patch;
        return id.map(i ->
                new Distro(i, List.of("suse"), full, value(lines, "CODENAME").toLowerCase(Locale.ROOT), name));
    }

    private static Optional<String> idOf(String name) {
        if (name.startsWith("suse linux enterprise desktop")) {
            return Optional.of("sled");
        }
        if (name.startsWith("suse linux enterprise")) {
            return Optional.of("sles");
        }
        return name.startsWith("opensuse") ? Optional.of("opensuse") : Optional.empty();
    }

    private static String value(List<String> lines, String key) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.substring(0, equals).strip().equals(key)) {
                return line.substring(equals + 1).strip();
            }
        }
        return "";
    }
}
