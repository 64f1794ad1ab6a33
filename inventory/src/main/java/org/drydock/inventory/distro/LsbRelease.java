package org.drydock.inventory.distro;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.drydock.inventory.Distro;

/** What {@code lsb-release} says: {@code DISTRIB_ID=Ubuntu}, {@code DISTRIB_RELEASE=14.04}. */
final class LsbRelease {
    private LsbRelease() {}

    /** Empty if the file does not name a distribution; many hold {@code LSB_VERSION} alone. */
    static Optional<Distro> read(Map<String, String> variables) {
        String name = variables.getOrDefault("DISTRIB_ID", "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String release = variables.getOrDefault("DISTRIB_RELEASE", "");
        return Optional.of(new Distro(
                name.toLowerCase(Locale.ROOT).replace(" ", ""),
                List.of(),
                release.equals("rolling") ? "" : release,
                variables.getOrDefault("DISTRIB_CODENAME", "").toLowerCase(Locale.ROOT),
                variables.getOrDefault("DISTRIB_DESCRIPTION", (name + " " + release).strip())));
    }
}
