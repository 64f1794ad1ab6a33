package org.drydock.inventory.distro;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drydock.inventory.Distro;

/** The release files that hold one line. */
final class OneLineRelease {
    private static final String RELEASE = " release ";

    private OneLineRelease() {}

    /**
     * {@code 12.5}, of which os-release keeps the {@code 12}; or {@code trixie/sid} for what is not released yet, which
     * has a codename and no version.
     */
    static Optional<Distro> debian(String text) {
        String line = firstLine(text);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String pretty = "Debian GNU/Linux " + line;
        if (!isDigit(line.charAt(0))) {
            int slash = line.indexOf('/');
            String codename = slash < 0 ? line : line.substring(0, slash);
            return Optional.of(
                    new Distro("debian", List.of(), "", codename.strip().toLowerCase(Locale.ROOT), pretty));
        }
        return Optional.of(new Distro("debian", List.of(), major(line), "", pretty));
    }

    /** {@code 3.11.6}. */
    static Optional<Distro> alpine(String text) {
        String line = firstLine(text);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(new Distro("alpine", List.of(), line, "", "Alpine Linux " + line));
    }

    /** {@code CentOS Linux release 7.9.2009 (Core)}, and so its relatives. */
    static Optional<Distro> redHatFamily(String text) {
        String line = firstLine(text);
        int release = line.indexOf(RELEASE);
        if (release <= 0) {
            return Optional.empty();
        }
        String rest = line.substring(release + RELEASE.length()).strip();
        int end = 0;
        while (end < rest.length() && (isDigit(rest.charAt(end)) || rest.charAt(end) == '.')) {
            end++;
        }
        String version = rest.substring(0, end);
        return idOf(line.substring(0, release))
                .map(id -> new Distro(id, List.of(), id.equals("centos") ? major(version) : version, "", line));
    }

    /** The {@code ID} that the distribution's own os-release has. */
    private static Optional<String> idOf(String name) {
        if (name.startsWith("Red Hat Enterprise Linux")) {
            return Optional.of("rhel");
        }
        if (name.startsWith("Oracle Linux") || name.startsWith("Enterprise Linux Enterprise Linux")) {
            return Optional.of("ol");
        }
        if (name.startsWith("Amazon Linux")) {
            return Optional.of("amzn");
        }
        String first = name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' '));
        String id = first.toLowerCase(Locale.ROOT);
        return switch (id) {
            case "centos", "fedora", "almalinux", "rocky", "scientific", "cloudlinux", "virtuozzo" -> Optional.of(id);
            case "eurolinux", "springdale", "miraclelinux", "anolis", "openeuler" -> Optional.of(id);
            default -> Optional.empty();
        };
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
