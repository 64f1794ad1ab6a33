package org.drydock.vuln.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Tells packages that somebody else built for a distribution. Their versions are of another count, so the distribution's
 * advisories say nothing of them. An rpm names its vendor. A deb names a maintainer, who may be anybody at Debian: only
 * addresses and versions that are known to be others' count.
 */
final class ThirdParty {
    /** Distributions that rebuild the same sources, so that one's vendor is no stranger to another. */
    private static final List<String> RED_HAT_FAMILY =
            List.of("red hat", "centos", "almalinux", "rocky", "cloudlinux", "scientific linux", "eurolinux");

    private static final Map<String, List<String>> RPM_VENDORS = Map.ofEntries(
            Map.entry("rhel", RED_HAT_FAMILY),
            Map.entry("centos", RED_HAT_FAMILY),
            Map.entry("almalinux", RED_HAT_FAMILY),
            Map.entry("rocky", RED_HAT_FAMILY),
            Map.entry("ol", List.of("oracle")),
            Map.entry("amzn", List.of("amazon")),
            Map.entry("fedora", List.of("fedora")),
            Map.entry("photon", List.of("vmware", "broadcom")),
            Map.entry("azurelinux", List.of("microsoft")),
            Map.entry("mariner", List.of("microsoft")),
            Map.entry("mageia", List.of("mageia")),
            Map.entry("sles", List.of("suse")),
            Map.entry("opensuse-leap", List.of("suse")));

    private static final List<String> DEB_MAINTAINERS = List.of(
            "@docker.com",
            "@nvidia.com",
            "@nodesource.com",
            "@nginx.com",
            "@nginx.org",
            "@f5.com",
            "@mysql.com",
            "@oracle.com",
            "@mariadb.org",
            "@mongodb.com",
            "@percona.com",
            "@microsoft.com",
            "@google.com",
            "@chromium.org",
            "@elastic.co",
            "@hashicorp.com",
            "@gitlab.com",
            "@grafana.com",
            "@influxdata.com",
            "@datadoghq.com",
            "@newrelic.com",
            "@redis.com",
            "@redis.io",
            "@cloudflare.com",
            "@confluent.io",
            "@rabbitmq.com",
            "@clickhouse.com",
            "@kubernetes.io",
            "@tailscale.com");

    private static final List<String> DEB_VERSIONS = List.of(".pgdg", "deb.sury.org", "nodesource");
    private static final Set<String> DEBIAN = Set.of("debian", "raspbian", "ubuntu");

    private ThirdParty() {}

    /** Who built the package, if that is somebody else than its distribution; null if not, or if nothing tells. */
    static @Nullable String builder(Package subject, @Nullable Distro distro) {
        if (distro == null) {
            return null;
        }
        if (subject.metadata() instanceof RpmMetadata rpm) {
            return ofRpm(rpm.vendor().strip(), distro);
        }
        return subject.metadata() instanceof DebMetadata deb && DEBIAN.contains(distro.id())
                ? ofDeb(deb.maintainer(), subject.version())
                : null;
    }

    private static @Nullable String ofRpm(String vendor, Distro distro) {
        List<String> own = RPM_VENDORS.get(distro.id());
        if (own == null || vendor.isEmpty()) {
            return null;
        }
        String lower = vendor.toLowerCase(Locale.ROOT);
        for (String name : own) {
            if (lower.contains(name)) {
                return null;
            }
        }
        return vendor;
    }

    private static @Nullable String ofDeb(String maintainer, String version) {
        for (String mark : DEB_VERSIONS) {
            if (version.contains(mark)) {
                return maintainer.isEmpty() ? mark : maintainer;
            }
        }
        if (maintainer.isEmpty()) {
            return null;
        }
        String lower = maintainer.toLowerCase(Locale.ROOT);
        for (String address : DEB_MAINTAINERS) {
            if (lower.contains(address)) {
                return maintainer;
            }
        }
        return null;
    }
}
