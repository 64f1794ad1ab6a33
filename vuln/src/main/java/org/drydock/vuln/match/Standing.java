package org.drydock.vuln.match;

import java.util.List;
import org.drydock.core.Detail.VulnerabilityDetail;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Package;

/**
 * What holds of one vulnerability for every package that asks the same: a finding without its subject. It is made once,
 * however many images have such a package.
 *
 * @param doubt why it cannot be told whether the version is concerned; empty if it can
 */
record Standing(
        String detector,
        Severity severity,
        Status status,
        List<Evidence> evidence,
        VulnerabilityDetail detail,
        String doubt) {
    Standing {
        evidence = List.copyOf(evidence);
    }

    /**
     * The finding.
     *
     * @param key of {@code subject}, which is not cheap to make
     */
    Finding of(PackageSubject subject, String key) {
        String rule = detail.ids().getFirst();
        return new Finding(
                Finding.fingerprintOf(detector, rule, key),
                detector,
                rule,
                severity,
                status,
                subject,
                evidence,
                detail);
    }

    /** A package as findings name it. */
    static PackageSubject subject(Package installed) {
        return new PackageSubject(
                installed.type().word(),
                installed.name(),
                installed.version(),
                installed.purl(),
                installed.locations());
    }
}
