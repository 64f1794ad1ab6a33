package org.drydock.inventory.sbom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.drydock.core.Digest;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageMetadata.DebMetadata;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageMetadata.JavaMetadata;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Purls;
import org.drydock.inventory.SourcePackage;
import org.jspecify.annotations.Nullable;

/**
 * One listed component as a package: its package URL says what it is, and what it does not say is taken from where
 * Drydock, syft and Trivy leave it.
 */
final class ListedPackage {
    private static final Map<String, PackageType> TYPES = types();
    private static final String PRODUCTS = "drydock:binary:products";
    private static final String SRC_RPM = ".src.rpm";

    private final Component component;
    private final Purl purl;
    private final PackageType type;
    private final Document document;

    private ListedPackage(Component component, Purl purl, PackageType type, Document document) {
        this.component = component;
        this.purl = purl;
        this.type = type;
        this.document = document;
    }

    /** The kind of package that a package URL names; empty if it is one that Drydock does not know. */
    static Optional<PackageType> typeOf(Purl purl, Component component) {
        return purl.type().equals(PackageType.BINARY.purlType())
                        && component.property(PRODUCTS).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(TYPES.get(purl.type()));
    }

    static Package of(Component component, Purl purl, PackageType type, Document document) {
        return new ListedPackage(component, purl, type, document).build();
    }

    /** Whether the component says what it was built from. */
    static boolean statesSource(Component component, Purl purl) {
        return purl.qualifiers().containsKey("upstream")
                || !sourceName(component).isEmpty();
    }

    private static Map<String, PackageType> types() {
        Map<String, PackageType> types = new HashMap<>();
        for (PackageType type : PackageType.values()) {
            types.put(type.purlType(), type);
        }
        return types;
    }

    private Package build() {
        return new Package(
                type,
                name(),
                version(),
                purl,
                source(),
                qualifier("arch"),
                List.copyOf(new TreeSet<>(component.licenses())),
                locations(),
                owner(),
                metadata());
    }

    /** As the ecosystem writes it; of names that a package URL folds, as the document has it. */
    private String name() {
        String full = purl.namespace().isEmpty() ? purl.name() : purl.namespace() + "/" + purl.name();
        return switch (type) {
            case DEB,
                    APK,
                    RPM,
                    PACMAN,
                    RUBYGEMS,
                    NUGET,
                    CRATES,
                    COCOAPODS,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    OTP,
                    WORDPRESS_PLUGIN,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    JVM,
                    BINARY -> purl.name();
            case JAVA -> purl.namespace().isEmpty() ? purl.name() : purl.namespace() + ":" + purl.name();
            case NPM, PACKAGIST, GO, HEX, PUB, SWIFT, CONAN, PEAR, TERRAFORM, GITHUB_ACTIONS, PORTAGE, ML_MODEL -> full;
            case PYTHON -> {
                String stated = component.name();
                boolean same = !stated.isEmpty()
                        && Purls.of(CatalogedPackage.of(type, stated, ""), Optional.empty())
                                .name()
                                .equals(purl.name());
                yield same ? stated : purl.name();
            }
        };
    }

    private String version() {
        String version = purl.version().isEmpty() ? component.version() : purl.version();
        if (type != PackageType.RPM || qualifier("epoch").isEmpty() || version.indexOf(':') >= 0) {
            return version;
        }
        return qualifier("epoch") + ":" + version;
    }

    private @Nullable SourcePackage source() {
        if (!type.isOperatingSystem()) {
            return null;
        }
        String version = version();
        String own = component.property("drydock:source:name");
        if (!own.isEmpty()) {
            return new SourcePackage(own, component.property("drydock:source:version"));
        }
        String upstream = qualifier("upstream");
        String rpm = upstream.endsWith(SRC_RPM) ? upstream : component.property("syft:metadata:sourceRpm");
        if (type == PackageType.RPM && rpm.endsWith(SRC_RPM)) {
            return ofSourceRpm(rpm.substring(0, rpm.length() - SRC_RPM.length()));
        }
        if (!upstream.isEmpty()) {
            int at = upstream.indexOf('@');
            return at > 0
                    ? new SourcePackage(upstream.substring(0, at), upstream.substring(at + 1))
                    : new SourcePackage(upstream, version);
        }
        String name = sourceName(component);
        if (name.isEmpty()) {
            return type == PackageType.RPM ? null : new SourcePackage(purl.name(), version);
        }
        return new SourcePackage(name, sourceVersion(version));
    }

    private static String sourceName(Component component) {
        return component.firstProperty(
                "drydock:source:name",
                "aquasecurity:trivy:SrcName",
                "syft:metadata:source",
                "syft:metadata:originPackage",
                "syft:metadata:sourceRpm");
    }

    private String sourceVersion(String otherwise) {
        String syft = component.property("syft:metadata:sourceVersion");
        String trivy = component.property("aquasecurity:trivy:SrcVersion");
        if (trivy.isEmpty()) {
            return syft.isEmpty() ? otherwise : syft;
        }
        String release = component.property("aquasecurity:trivy:SrcRelease");
        String epoch = component.property("aquasecurity:trivy:SrcEpoch");
        boolean hasEpoch = type != PackageType.RPM && !epoch.isEmpty() && !epoch.equals("0");
        return (hasEpoch ? epoch + ":" : "") + trivy + (release.isEmpty() ? "" : "-" + release);
    }

    /** {@code name-version-release}: the last two dashes count. */
    private static @Nullable SourcePackage ofSourceRpm(String stem) {
        int release = stem.lastIndexOf('-');
        int version = release < 0 ? -1 : stem.lastIndexOf('-', release - 1);
        return version <= 0 ? null : new SourcePackage(stem.substring(0, version), stem.substring(version + 1));
    }

    private List<Location> locations() {
        TreeSet<Location> locations = new TreeSet<>();
        for (String prefix : new String[] {"drydock:location:", "syft:location:"}) {
            for (int i = 0; !component.property(prefix + i + ":path").isEmpty(); i++) {
                locations.add(new Location(component.property(prefix + i + ":path"), layer(prefix + i)));
            }
        }
        if (locations.isEmpty()) {
            String path = component.property("aquasecurity:trivy:FilePath");
            LayerOrigin trivy = layerOf(
                    component.firstProperty("aquasecurity:trivy:LayerDiffID", "aquasecurity:trivy:LayerDiffId"));
            if (!path.isEmpty() || trivy != null) {
                locations.add(new Location(path.isEmpty() ? document.place() : path, trivy));
            }
            component.paths().forEach(seen -> locations.add(new Location(seen, null)));
        }
        if (locations.isEmpty()) {
            locations.add(new Location(document.place(), null));
        }
        return List.copyOf(locations);
    }

    private @Nullable LayerOrigin layer(String prefix) {
        int index = Numbers.small(component.property(prefix + ":layer"));
        Digest diffId = index < 0 ? null : document.layers().get(index);
        if (diffId != null) {
            return new LayerOrigin(index, diffId, document.instruction(index));
        }
        return layerOf(component.firstProperty(prefix + ":diffId", prefix + ":layerID"));
    }

    /** The layer with this digest, if the document says where it lies in the image. */
    private @Nullable LayerOrigin layerOf(String diffId) {
        if (!diffId.isEmpty()) {
            for (Map.Entry<Integer, Digest> layer : document.layers().entrySet()) {
                if (layer.getValue().toString().equals(diffId)) {
                    return new LayerOrigin(layer.getKey(), layer.getValue(), document.instruction(layer.getKey()));
                }
            }
        }
        return null;
    }

    private Package.@Nullable Owner owner() {
        String owner = component.property("drydock:owner");
        for (PackageType candidate : PackageType.values()) {
            String prefix = candidate.word() + ":";
            if (owner.startsWith(prefix) && owner.length() > prefix.length()) {
                return new Package.Owner(candidate, owner.substring(prefix.length()));
            }
        }
        return null;
    }

    private PackageMetadata metadata() {
        return switch (type) {
            case DEB -> new DebMetadata(component.firstProperty("drydock:deb:maintainer", "syft:metadata:maintainer"));
            case RPM -> rpm();
            case JAVA ->
                new JavaMetadata(
                        purl.namespace(),
                        purl.name(),
                        component.property("drydock:java:evidence").isEmpty()
                                ? "sbom"
                                : component.property("drydock:java:evidence"),
                        component
                                .hashes()
                                .getOrDefault("SHA-1", component.hashes().getOrDefault("SHA1", "")),
                        component.property("drydock:java:shadedInto"));
            case GO -> golang();
            case APK,
                    NPM,
                    PYTHON,
                    RUBYGEMS,
                    NUGET,
                    PACKAGIST,
                    CRATES,
                    HEX,
                    PUB,
                    SWIFT,
                    COCOAPODS,
                    CONAN,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    PEAR,
                    OTP,
                    TERRAFORM,
                    GITHUB_ACTIONS,
                    WORDPRESS_PLUGIN,
                    PACMAN,
                    PORTAGE,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    JVM,
                    ML_MODEL -> new PackageMetadata.None();
            case BINARY -> binary();
        };
    }

    private PackageMetadata binary() {
        String products = component.property(PRODUCTS);
        return products.isEmpty()
                ? new PackageMetadata.None()
                : new PackageMetadata.BinaryMetadata(
                        List.of(products.split(" ", -1)),
                        PackageMetadata.BinaryMetadata.isCertain(component.property("drydock:binary:confidence")),
                        List.of());
    }

    private PackageMetadata golang() {
        String version = component.firstProperty("drydock:go:version", "syft:metadata:goCompiledVersion");
        String h1 = component.firstProperty("drydock:go:h1", "syft:metadata:h1Digest");
        boolean main = component.property("drydock:go:main").equals("true");
        return version.isEmpty() && h1.isEmpty() && !main
                ? new PackageMetadata.None()
                : new GoMetadata(version, main, h1);
    }

    private RpmMetadata rpm() {
        String full = version();
        int colon = full.indexOf(':');
        int epoch = colon < 0 ? -1 : Numbers.small(full.substring(0, colon));
        String rest = full.substring(colon + 1);
        int dash = rest.lastIndexOf('-');
        return new RpmMetadata(
                epoch < 0 ? null : epoch,
                dash < 0 ? rest : rest.substring(0, dash),
                dash < 0 ? "" : rest.substring(dash + 1),
                modularity(),
                component.firstProperty("drydock:rpm:vendor", "syft:metadata:vendor"),
                component.firstProperty("drydock:rpm:sourceRpm", "syft:metadata:sourceRpm"));
    }

    /** Null if nothing says whether the package belongs to a module stream. */
    private @Nullable String modularity() {
        String label = component.firstProperty(
                "drydock:rpm:modularity", "aquasecurity:trivy:Modularitylabel", "syft:metadata:modularityLabel");
        if (!label.isEmpty()) {
            return label;
        }
        String module = qualifier("rpmmod");
        if (!module.isEmpty()) {
            return module;
        }
        return component.property("drydock:rpm:modular").equals("false") ? "" : null;
    }

    private String qualifier(String name) {
        return purl.qualifiers().getOrDefault(name, "");
    }
}
