package org.drydock.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.drydock.core.Purl;
import org.drydock.policy.VersionOrder;
import org.drydock.vuln.version.InvalidVersionException;
import org.drydock.vuln.version.VersionScheme;
import org.drydock.vuln.version.VersionSchemes;

/** Orders versions as matching does, by the type of the package URL. */
final class PackageVersions implements VersionOrder {
    @Override
    public OptionalInt compare(Purl of, String left, String right) {
        Optional<VersionScheme> scheme = scheme(of.type());
        try {
            return scheme.isPresent()
                    ? OptionalInt.of(scheme.get().compare(left, right))
                    : VersionOrder.UNKNOWN.compare(of, left, right);
        } catch (InvalidVersionException e) {
            return OptionalInt.empty();
        }
    }

    private static Optional<VersionScheme> scheme(String purlType) {
        return switch (purlType) {
            case "deb" -> Optional.of(VersionSchemes.DPKG);
            case "apk" -> Optional.of(VersionSchemes.APK);
            case "rpm" -> Optional.of(VersionSchemes.RPM);
            default -> VersionSchemes.forNamespace(purlType);
        };
    }
}
