package org.drydock.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.drydock.core.Location;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Purls;
import org.drydock.testkit.SharedFolder;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.match.VulnerabilityMatcher;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 1,000 packages judged against all feeds of {@code shared/advisories}: Debian, npm, PyPI, Go and Java in equal parts, half
 * of them packages that advisories speak of. {@link #open} maps the store and judges nothing; the first judging in a fresh
 * process is the single-shot figure.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class MatchBenchmark {
    private static final int PACKAGES = 1000;

    private Path storeDirectory = Path.of("");
    private Inventory inventory = inventory();

    @Setup
    public void importFeeds() throws IOException {
        Path feeds = SharedFolder.find("advisories")
                .orElseThrow(() -> new IllegalStateException("shared/advisories is not there"));
        storeDirectory = Files.createTempDirectory("drydock-benchmark");
        StoreImporter.importPaths(List.of(feeds), storeDirectory, ImportProgress.none());
        inventory = inventory();
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int match() {
        return judge();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public int firstMatch() {
        return judge();
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int open() {
        try (AdvisoryStore store = AdvisoryStores.open(storeDirectory)) {
            return store.sources().size();
        }
    }

    private int judge() {
        try (Knowledge knowledge = new Knowledge(AdvisoryStores.open(storeDirectory), AdvisoryStores.starter())) {
            return new VulnerabilityMatcher(knowledge)
                    .match(inventory)
                    .findings()
                    .size();
        }
    }

    private static Inventory inventory() {
        String[][] known = {
            {"DEB", "openssl", "3.0.9-1"},
            {"DEB", "curl", "7.88.1-10"},
            {"NPM", "lodash", "4.17.4"},
            {"NPM", "minimist", "0.0.8"},
            {"PYTHON", "django", "3.2.1"},
            {"PYTHON", "pillow", "8.0.0"},
            {"GO", "golang.org/x/net", "v0.0.1"},
            {"GO", "stdlib", "1.20.1"},
            {"JAVA", "org.apache.logging.log4j:log4j-core", "2.14.1"},
            {"JAVA", "com.fasterxml.jackson.core:jackson-databind", "2.9.8"},
        };
        Distro distro = new Distro("debian", List.of(), "12", "bookworm", "Debian 12");
        List<Package> packages = new ArrayList<>();
        for (int i = 0; i < PACKAGES; i++) {
            String[] row = known[i % known.length];
            boolean spokenOf = i / known.length % 2 == 0;
            String name = spokenOf ? row[1] : row[1] + "-" + i;
            CatalogedPackage cataloged = CatalogedPackage.of(PackageType.valueOf(row[0]), name, row[2]);
            packages.add(new Package(
                    cataloged.type(),
                    name,
                    row[2],
                    Purls.of(cataloged, Optional.of(distro)),
                    null,
                    "",
                    List.of(),
                    List.of(new Location("/p" + i, null)),
                    null,
                    cataloged.metadata()));
        }
        return new Inventory(distro, packages, List.of(), List.of(), new Inventory.Coverage(1, 0, 0, 0, 0));
    }

    /** Deletes what {@link #importFeeds} made. */
    @org.openjdk.jmh.annotations.TearDown
    public void delete() {
        try (var files = Files.list(storeDirectory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(storeDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
