package org.drydock.vuln.match;

import java.util.Arrays;
import java.util.List;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.jspecify.annotations.Nullable;

/** Packages and distributions for tests. */
final class Installed {
    static final Distro DEBIAN = distro("debian", "12", "bookworm", "Debian GNU/Linux 12 (bookworm)");
    static final Distro ALMA = distro("almalinux", "9.4", "", "AlmaLinux 9.4");
    static final Distro ALPINE = distro("alpine", "3.19.1", "", "Alpine Linux v3.19");
    static final Distro RHEL = distro("rhel", "9.4", "", "Red Hat Enterprise Linux 9.4 (Plow)");
    static final Distro UBUNTU = distro("ubuntu", "22.04", "jammy", "Ubuntu 22.04.4 LTS");

    private Installed() {}

    static Distro distro(String id, String version, String codename, String pretty, String... like) {
        return new Distro(id, List.of(like), version, codename, pretty);
    }

    static Inventory in(@Nullable Distro distro, Package... packages) {
        return new Inventory(
                distro,
                Arrays.stream(packages).sorted().toList(),
                List.of(),
                List.of(),
                new Inventory.Coverage(1, 0, 1, 1, 1));
    }

    static Package deb(String name, String version, String source, String sourceVersion) {
        return of(PackageType.DEB, name, version, new SourcePackage(source, sourceVersion), null, new DebMetadata(""));
    }

    static Package deb(String name, String version) {
        return deb(name, version, name, version);
    }

    static Package debOf(String maintainer, String name, String version) {
        return of(PackageType.DEB, name, version, new SourcePackage(name, version), null, new DebMetadata(maintainer));
    }

    static Package apk(String name, String version, String origin) {
        return of(PackageType.APK, name, version, new SourcePackage(origin, version), null, new PackageMetadata.None());
    }

    static Package rpm(String name, String version, String source, String sourceVersion) {
        return rpm(name, version, source, sourceVersion, null, "");
    }

    static Package rpm(
            String name, String version, String source, String sourceVersion, @Nullable String module, String vendor) {
        String plain = version.substring(version.indexOf(':') + 1);
        int dash = plain.lastIndexOf('-');
        return of(
                PackageType.RPM,
                name,
                version,
                new SourcePackage(source, sourceVersion),
                null,
                new RpmMetadata(
                        null,
                        plain.substring(0, dash),
                        plain.substring(dash + 1),
                        module,
                        vendor,
                        source + ".src.rpm"));
    }

    static Package java(String name, String version) {
        return of(PackageType.JAVA, name, version, null, null, new JavaMetadata("", name, "manifest", "", ""));
    }

    static Package go(String name, String version, boolean main) {
        return of(PackageType.GO, name, version, null, null, new GoMetadata("go1.22.1", main, ""));
    }

    static Package language(PackageType type, String name, String version) {
        return of(type, name, version, null, null, new PackageMetadata.None());
    }

    static Package owned(Package by, PackageType type, String name, String version) {
        return of(type, name, version, null, new Package.Owner(by.type(), by.name()), new PackageMetadata.None());
    }

    private static Package of(
            PackageType type,
            String name,
            String version,
            @Nullable SourcePackage source,
            Package.@Nullable Owner owner,
            PackageMetadata metadata) {
        return new Package(
                type,
                name,
                version,
                new Purl(type.purlType(), "", name.replace(':', '/'), version),
                source,
                "",
                List.of(),
                List.of(new Location("/" + type.word() + "/" + name, null)),
                owner,
                metadata);
    }
}
