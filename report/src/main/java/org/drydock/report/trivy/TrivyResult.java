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
record TrivyResult(Heading heading, List<Installed> packages, List<Vulnerable> vulnerabilities) {
    TrivyResult {
        packages = List.copyOf(packages);
        vulnerabilities = List.copyOf(vulnerabilities);
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
                PackageType type = PackageIndex.typeOf(v.subject().type())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "no such package type: " + v.subject().type()));
                for (Location at : places(type, v.subject().locations())) {
                    vulnerabilities
                            .computeIfAbsent(Heading.of(report, type, at), _ -> new ArrayList<>())
                            .add(new Vulnerable(v, type, at));
                }
            }
        }
        TreeSet<Heading> headings = new TreeSet<>(packages.keySet());
        headings.addAll(vulnerabilities.keySet());
        return headings.stream()
                .map(h -> new TrivyResult(
                        h, packages.getOrDefault(h, List.of()), vulnerabilities.getOrDefault(h, List.of())))
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
