package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Diagnostic;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.jspecify.annotations.Nullable;

/** Makes an inventory of what a document lists, and tells what of it cannot be judged. */
final class ListedInventory {
    private final Document document;
    private final TreeSet<Diagnostic> diagnostics;
    private final List<Inventory.Unidentified> unidentified = new ArrayList<>();
    private final TreeMap<String, Integer> unknownTypes = new TreeMap<>();
    private final TreeMap<String, Integer> releases = new TreeMap<>();
    private final List<Package> packages = new ArrayList<>();
    private int withoutVersion;
    private int operatingSystemPackages;
    private int statedSources;

    ListedInventory(Document document) {
        this.document = document;
        this.diagnostics = new TreeSet<>(document.diagnostics());
    }

    Inventory inventory() {
        document.components().forEach(this::add);
        Distro distro = distro();
        tellUnjudged(distro);
        packages.sort(null);
        unidentified.sort(
                Comparator.comparing(Inventory.Unidentified::location).thenComparing(Inventory.Unidentified::what));
        return new Inventory(
                distro,
                packages.stream().distinct().toList(),
                unidentified,
                List.copyOf(diagnostics),
                new Inventory.Coverage(Math.max(1, document.layers().size()), 0, 1, 0, 1));
    }

    private void add(Component component) {
        if (component.purl().isEmpty()) {
            if (isSoftware(component)) {
                unidentified.add(new Inventory.Unidentified(
                        new Location(document.place() + ": " + component.place(), null),
                        shown(component.name() + " " + component.version()) + ": listed without a package URL"));
            }
            return;
        }
        Purl purl;
        try {
            purl = Purl.parse(component.purl());
        } catch (IllegalArgumentException e) {
            diagnostics.add(Diagnostic.notExamined(
                    "malformed-purl",
                    document.place() + ": " + component.place(),
                    "not a package URL, not examined: " + shown(component.purl())));
            return;
        }
        Optional<PackageType> type = ListedPackage.typeOf(purl, component);
        if (type.isEmpty()) {
            if (!purl.type().equals("oci") && !purl.type().equals("docker")) {
                unknownTypes.merge(shown(purl.type()), 1, Integer::sum);
            }
            return;
        }
        Package listed = ListedPackage.of(component, purl, type.get(), document);
        withoutVersion += listed.version().isEmpty() ? 1 : 0;
        if (type.get().isOperatingSystem()) {
            operatingSystemPackages++;
            statedSources += ListedPackage.statesSource(component, purl) ? 1 : 0;
            String release = purl.qualifiers().getOrDefault("distro", "");
            releases.merge(purl.namespace() + " " + release, 1, Integer::sum);
        }
        packages.add(listed);
    }

    private static boolean isSoftware(Component component) {
        return switch (component.kind()) {
            case "library", "application", "framework", "" -> true;
            default -> false;
        };
    }

    /** The document's own word, else what most of the package URLs say. */
    private @Nullable Distro distro() {
        Distro stated = document.distro();
        if (stated != null || releases.isEmpty()) {
            return stated;
        }
        Map.Entry<String, Integer> most = releases.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow();
        if (releases.size() > 1) {
            diagnostics.add(Diagnostic.warning(
                    "several-distros",
                    document.place(),
                    "its packages are of several distributions or releases; all are judged as those of "
                            + shown(most.getKey().strip())));
        }
        int space = most.getKey().indexOf(' ');
        return release(most.getKey().substring(0, space), most.getKey().substring(space + 1));
    }

    /** {@code debian-12}, or a codename beside the package URL's namespace. */
    private static @Nullable Distro release(String namespace, String qualifier) {
        int dash = qualifier.lastIndexOf('-');
        boolean hasVersion = dash > 0 && dash + 1 < qualifier.length() && isDigit(qualifier.charAt(dash + 1));
        if (hasVersion) {
            return new Distro(qualifier.substring(0, dash), List.of(), qualifier.substring(dash + 1), "", "");
        }
        boolean onlyVersion = !qualifier.isEmpty() && isDigit(qualifier.charAt(0));
        if (namespace.isEmpty()) {
            return qualifier.isEmpty() ? null : new Distro(qualifier, List.of(), "", "", "");
        }
        boolean codename = !onlyVersion && !qualifier.equals(namespace);
        return new Distro(namespace, List.of(), onlyVersion ? qualifier : "", codename ? qualifier : "", "");
    }

    private void tellUnjudged(@Nullable Distro distro) {
        unknownTypes.forEach((type, count) -> diagnostics.add(Diagnostic.notExamined(
                "unknown-package-type",
                document.place(),
                count + " components are of the type " + type + ", which is not judged yet")));
        if (withoutVersion > 0) {
            diagnostics.add(Diagnostic.notExamined(
                    "package-without-version",
                    document.place(),
                    withoutVersion + " components have no version and cannot be judged"));
        }
        if (operatingSystemPackages > 0 && statedSources == 0) {
            diagnostics.add(Diagnostic.warning(
                    "no-source-packages",
                    document.place(),
                    "no package says what source package it was built from; advisories that go by the source's name are"
                            + " missed where the names differ"));
        }
        if (operatingSystemPackages > 0 && (distro == null || (distro.versionId() + distro.codename()).isEmpty())) {
            diagnostics.add(Diagnostic.notExamined(
                    "no-distro-release",
                    document.place(),
                    "nothing says which release of a distribution its " + operatingSystemPackages
                            + " packages are of; give it by the qualifier distro, for example ?distro=debian-12"));
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String shown(String text) {
        String safe = text.strip().replaceAll("\\p{Cntrl}", "?");
        return safe.length() <= 200 ? safe : safe.substring(0, 199) + "…";
    }
}
