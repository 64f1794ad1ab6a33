package org.drydock.vuln.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drydock.vuln.Namespaces;

/** The namespaces of distributions by the names that people know their releases by. */
public final class ProductNames {
    private static final List<Family> FAMILIES = List.of(
            new Family("oracle linux", "oracle-linux", true),
            new Family("red hat enterprise linux", "red-hat", true),
            new Family("almalinux", "almalinux", true),
            new Family("rocky linux", "rocky-linux", true),
            new Family("centos", "centos", true),
            new Family("azure linux", "azure-linux", true),
            new Family("azurelinux", "azure-linux", true),
            new Family("cbl-mariner", "azure-linux", true),
            new Family("mariner", "azure-linux", true),
            new Family("amazon linux", "amazon-linux", true),
            new Family("photon os", "photon-os", false),
            new Family("opensuse leap", "opensuse:leap", false));

    private record Family(String name, String namespace, boolean majorOnly) {}

    private ProductNames() {}

    /** {@code Oracle Linux 9} is {@code oracle-linux:9}; empty if the name is none that is known. */
    public static Optional<String> namespace(String name) {
        String text = name.toLowerCase(Locale.ROOT).strip();
        if (text.startsWith("opensuse tumbleweed")) {
            return Optional.of("opensuse:tumbleweed");
        }
        for (Family family : FAMILIES) {
            if (text.startsWith(family.name)) {
                String number = number(text.substring(family.name.length()), family.majorOnly);
                String between = family.namespace.contains(":") ? "-" : ":";
                return number.isEmpty() ? Optional.empty() : Optional.of(family.namespace + between + number);
            }
        }
        String suse = text.startsWith("suse ") ? Namespaces.suse(text) : "";
        return suse.isEmpty() || suse.startsWith("suse-product:") ? Optional.empty() : Optional.of(suse);
    }

    /** The first number, as far as its first dot if only that counts. */
    private static String number(String text, boolean majorOnly) {
        int start = 0;
        while (start < text.length() && !Character.isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String number = text.substring(start, end);
        int dot = number.indexOf('.');
        return majorOnly && dot >= 0 ? number.substring(0, dot) : number;
    }
}
