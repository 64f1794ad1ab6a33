package org.drydock.report.trivy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Location;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.policy.Gate;
import org.drydock.report.PackageIndex;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.ScanReport;

/** One element of {@code Results}: the packages of the operating system, all of a language, or those of one file. */
record TrivyResult(
        Heading heading, List<Installed> packages, List<Vulnerable> vulnerabilities, List<Suppressed> suppressed) {
    TrivyResult {
        packages = List.copyOf(packages);
        vulnerabilities = List.copyOf(vulnerabilities);
        suppressed = List.copyOf(suppressed);
    }

    /**
     * What packages are told of under together, the operating system first.
     *
     * @param target what was looked into
     */
    record Heading(boolean language, String type, String target) implements Comparable<Heading> {
        private static final Comparator<Heading> ORDER = Comparator.comparing(Heading::language)
                .thenComparing(Heading::type)
                .thenComparing(Heading::target);

        static Heading of(ScanReport report, PackageType type, Location at) {
            if (type.isOperatingSystem()) {
                Distro distro = report.inventory().distro();
                String family = distro == null ? type.word() : TrivyNames.family(distro.id());
                String release = distro == null ? family : (family + " " + distro.versionId()).strip();
                return new Heading(false, family, report.target().name() + " (" + release + ")");
            }
            String collective = TrivyNames.collective(type);
            return new Heading(true, TrivyNames.type(type), collective.isEmpty() ? path(at) : collective);
        }

        @Override
        public int compareTo(Heading other) {
            return ORDER.compare(this, other);
        }
    }

    /** A package at one of its places. */
    record Installed(Package told, Location at) {}

    /** A vulnerability of a package at one of its places. */
    record Vulnerable(PackageVulnerability told, PackageType type, Location at) {}

    /** One that is set aside. */
    record Suppressed(Vulnerable vulnerable, PackageVulnerability.Suppressed told) {}

    static List<TrivyResult> of(ScanReport report) {
        Map<Heading, List<Installed>> packages = new TreeMap<>();
        for (Package installed : report.inventory().packages()) {
            for (Location at : places(installed.type(), installed.locations())) {
                packages.computeIfAbsent(Heading.of(report, installed.type(), at), _ -> new ArrayList<>())
                        .add(new Installed(installed, at));
            }
        }
        Map<Heading, List<Vulnerable>> vulnerabilities = new TreeMap<>();
        for (PackageVulnerability v : PackageVulnerability.of(report)) {
            if (Gate.stands(v.finding())) {
                places(v)
                        .forEach(at -> vulnerabilities
                                .computeIfAbsent(Heading.of(report, at.type(), at.at()), _ -> new ArrayList<>())
                                .add(at));
            }
        }
        Map<Heading, List<Suppressed>> suppressed = new TreeMap<>();
        for (PackageVulnerability.Suppressed s : PackageVulnerability.suppressed(report)) {
            places(s.vulnerability())
                    .forEach(at -> suppressed
                            .computeIfAbsent(Heading.of(report, at.type(), at.at()), _ -> new ArrayList<>())
                            .add(new Suppressed(at, s)));
        }
        TreeSet<Heading> headings = new TreeSet<>(packages.keySet());
        headings.addAll(vulnerabilities.keySet());
        headings.addAll(suppressed.keySet());
        return headings.stream()
                .map(h -> new TrivyResult(
                        h,
                        packages.getOrDefault(h, List.of()),
                        vulnerabilities.getOrDefault(h, List.of()),
                        suppressed.getOrDefault(h, List.of())))
                .toList();
    }

    private static List<Vulnerable> places(PackageVulnerability v) {
        PackageType type = PackageIndex.typeOf(v.subject().type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such package type: " + v.subject().type()));
        return places(type, v.subject().locations()).stream()
                .map(at -> new Vulnerable(v, type, at))
                .toList();
    }

    /** A database of packages is one place, however many files it has. */
    private static List<Location> places(PackageType type, List<Location> locations) {
        return type.isOperatingSystem() ? List.of(locations.getFirst()) : locations;
    }

    /** The path without its leading slash; an archive is a folder in it. */
    static String path(Location at) {
        String path = at.path().replace("!/", "/");
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
