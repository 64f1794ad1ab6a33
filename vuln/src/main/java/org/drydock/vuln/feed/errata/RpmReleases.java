package org.drydock.vuln.feed.errata;

import java.util.Locale;
import java.util.Optional;
import org.drydock.vuln.Namespaces;

/**
 * Which release of which distribution an erratum is for. Its id names the distribution; the release shows in the tag that
 * the distribution puts into the release of its packages ({@code 27.el9_4}), and where there is none in what the erratum
 * calls its repository.
 */
final class RpmReleases {
    private static final int MAX_DIGITS = 4;

    private RpmReleases() {}

    /**
     * The namespace of a package.
     *
     * @param erratum the id
     * @param release of the package
     * @param where names of repositories and titles
     */
    static Optional<String> namespace(String erratum, String release, String where) {
        String id = erratum.toLowerCase(Locale.ROOT);
        String text = where.toLowerCase(Locale.ROOT).replace('_', '-');
        if (id.startsWith("alas")) {
            return amazon(id, release, text);
        }
        if (id.startsWith("fedora-epel")) {
            return numbered("epel", tag(release, "el"), text);
        }
        int hyphen = id.indexOf('-');
        return switch (hyphen < 0 ? id : id.substring(0, hyphen)) {
            case "alsa", "alba", "alea" -> numbered("almalinux", tag(release, "el"), text);
            case "rlsa", "rlba", "rlea", "rxsa" -> numbered("rocky-linux", tag(release, "el"), text);
            case "elsa", "elba", "elea" -> numbered("oracle-linux", tag(release, "el"), text);
            case "rhsa", "rhba", "rhea" -> numbered("red-hat", tag(release, "el"), text);
            case "cesa", "ceba", "ceea" -> numbered("centos", tag(release, "el"), text);
            case "fedora" -> numbered("fedora", tag(release, "fc"), text);
            case "mgasa" -> numbered("mageia", tag(release, "mga"), text);
            case "phsa" -> numbered("photon-os", tag(release, "ph"), text).map(n -> n.contains(".") ? n : n + ".0");
            case "suse", "opensuse" -> suse(id, text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> amazon(String id, String release, String text) {
        String tag = tag(release, "amzn");
        String number = tag;
        if (tag.isEmpty()) {
            number = id.startsWith("alas2023")
                            || text.contains("amazon linux 2023")
                            || text.contains("amazon-linux-2023")
                    ? "2023"
                    : id.startsWith("alas2022") ? "2022" : id.startsWith("alas-") ? "1" : "2";
        }
        return Optional.of("amazon-linux:" + (number.equals("1") ? "2018.03" : number));
    }

    private static Optional<String> numbered(String family, String tag, String text) {
        String number = tag;
        for (String called : new String[] {family, family.replace('-', ' '), family.replace("-", "")}) {
            number = number.isEmpty() ? numberAfter(text, called) : number;
        }
        return number.isEmpty() ? Optional.empty() : Optional.of(family + ":" + number);
    }

    /** Of {@code SUSE-SLE-Module-Basesystem-15-SP5-2024-1234} the last two parts count the errata. */
    private static Optional<String> suse(String id, String text) {
        if (id.startsWith("suse-sle-")) {
            String product = id.substring(0, Math.max(0, id.lastIndexOf('-')));
            String namespace = Namespaces.suse(product.substring(0, Math.max(0, product.lastIndexOf('-'))));
            return namespace.startsWith("suse-product:") ? Optional.empty() : Optional.of(namespace);
        }
        if (text.contains("tumbleweed")) {
            return Optional.of("opensuse:tumbleweed");
        }
        String leap = numberAfter(id, "opensuse-sle");
        leap = leap.isEmpty() ? numberAfter(text, "leap") : leap;
        return leap.isEmpty() ? Optional.empty() : Optional.of("opensuse:leap-" + leap);
    }

    /** The digits behind a tag that stands at the beginning of a part of a release; empty if there are none. */
    private static String tag(String release, String tag) {
        for (int at = release.indexOf(tag); at >= 0; at = release.indexOf(tag, at + 1)) {
            boolean begins = at == 0 || "._+".indexOf(release.charAt(at - 1)) >= 0;
            int end = at + tag.length();
            int start = end;
            while (end < release.length() && isDigit(release.charAt(end)) && end - start < MAX_DIGITS) {
                end++;
            }
            if (begins && end > start) {
                return release.substring(start, end);
            }
        }
        return "";
    }

    private static String numberAfter(String text, String word) {
        int at = text.indexOf(word);
        if (at < 0) {
            return "";
        }
        int start = at + word.length();
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '-')) {
            start++;
        }
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || (text.charAt(end) == '.' && end > start))) {
            end++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
