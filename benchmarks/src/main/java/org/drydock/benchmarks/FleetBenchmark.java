package org.drydock.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.drydock.core.Location;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Purls;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.match.VulnerabilityMatcher;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million packages of a fleet judged against all feeds of {@code shared/advisories}: 1,000 inventories of 1,000
 * packages, half of them of the operating system; a third have a name that advisories speak of, each such name as likely
 * as the others, in a version that one of them calls fixed. Two threads. The seconds are for the million.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class FleetBenchmark {
    private static final int PACKAGES = 1000;
    private static final int DISTINCT = 50;
    private static final Map<String, PackageType> LANGUAGES = Map.of(
            "npm", PackageType.NPM,
            "pypi", PackageType.PYTHON,
            "go", PackageType.GO,
            "maven", PackageType.JAVA,
            "rubygems", PackageType.RUBYGEMS,
            "packagist", PackageType.PACKAGIST);
    private static final List<Distro> DISTROS = List.of(
            new Distro("debian", List.of(), "12", "bookworm", "Debian 12"),
            new Distro("almalinux", List.of(), "9.3", "", "AlmaLinux 9"),
            new Distro("alpine", List.of(), "3.11.5", "", "Alpine 3.11"));

    /** How many inventories of {@value #PACKAGES} packages. */
    @Param("1000")
    private int fleet;

    private Path store = Path.of("");
    private List<Inventory> inventories = List.of();

    @Setup
    public void importFeeds() throws IOException {
        store = Files.createTempDirectory("drydock-benchmark");
        StoreImporter.importPaths(List.of(FeedRecords.folder()), store, ImportProgress.none());
        inventories = inventories(FeedRecords.read());
    }

    @Benchmark
    public long million() {
        try (Knowledge knowledge = new Knowledge(AdvisoryStores.open(store), AdvisoryStores.starter())) {
            return IntStream.range(0, 2)
                    .parallel()
                    .mapToLong(half -> {
                        long findings = 0;
                        for (int i = half; i < fleet; i += 2) {
                            Inventory inventory = inventories.get(i % DISTINCT);
                            findings += new VulnerabilityMatcher(knowledge)
                                    .match(inventory)
                                    .findings()
                                    .size();
                        }
                        return findings;
                    })
                    .sum();
        }
    }

    /** Fifty different ones; in a fleet, too, most images are there many times over. */
    private static List<Inventory> inventories(List<Advisory> advisories) {
        Map<String, Map<String, Affected>> byNames = new TreeMap<>();
        for (Advisory advisory : advisories) {
            for (Affected affected : advisory.affected()) {
                byNames.computeIfAbsent(affected.namespace(), _ -> new TreeMap<>())
                        .put(affected.name(), affected);
            }
        }
        Map<String, List<Affected>> byNamespace = new TreeMap<>();
        byNames.forEach((namespace, names) -> byNamespace.put(namespace, List.copyOf(names.values())));
        Random random = new Random(1);
        List<Inventory> inventories = new ArrayList<>();
        for (int i = 0; i < DISTINCT; i++) {
            Distro distro = DISTROS.get(i % DISTROS.size());
            List<Package> packages = new ArrayList<>();
            for (int j = 0; j < PACKAGES; j++) {
                packages.add(
                        j % 2 == 0 ? ofSystem(distro, byNamespace, random) : ofLanguage(distro, byNamespace, random));
            }
            inventories.add(
                    new Inventory(distro, packages, List.of(), List.of(), new Inventory.Coverage(1, 0, 0, 0, 0)));
        }
        return inventories;
    }

    private static Package ofSystem(Distro distro, Map<String, List<Affected>> known, Random random) {
        String release = distro.versionId().replaceFirst("^(3\\.\\d+|\\d+).*", "$1");
        PackageType type = switch (distro.id()) {
            case "debian" -> PackageType.DEB;
            case "alpine" -> PackageType.APK;
            default -> PackageType.RPM;
        };
        return of(type, known.getOrDefault(distro.id() + ":" + release, List.of()), distro, random);
    }

    private static Package ofLanguage(Distro distro, Map<String, List<Affected>> known, Random random) {
        String language = LANGUAGES.keySet().stream().sorted().toList().get(random.nextInt(LANGUAGES.size()));
        return of(
                LANGUAGES.getOrDefault(language, PackageType.NPM),
                known.getOrDefault(language, List.of()),
                distro,
                random);
    }

    private static Package of(PackageType type, List<Affected> known, Distro distro, Random random) {
        Affected spokenOf = known.get(random.nextInt(known.size()));
        String version = spokenOf.ranges().stream()
                .map(Affected.Range::fixed)
                .filter(fixed -> fixed != null)
                .findAny()
                .orElse("1.2.3");
        String name = random.nextInt(3) == 0 ? spokenOf.name() : spokenOf.name() + "-" + random.nextInt(100_000);
        CatalogedPackage cataloged = CatalogedPackage.of(type, name, version);
        return new Package(
                cataloged.type(),
                name,
                version,
                Purls.of(cataloged, Optional.of(distro)),
                null,
                "",
                List.of(),
                List.of(new Location("/p" + random.nextInt(), null)),
                null,
                cataloged.metadata());
    }

    /** Deletes what {@link #importFeeds} made. */
    @org.openjdk.jmh.annotations.TearDown
    public void delete() throws IOException {
        TemporaryStore.delete(store);
    }
}
