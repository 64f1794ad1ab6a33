package org.drydock.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.image.Target;
import org.drydock.image.source.Targets;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.ScanProgress;
import org.drydock.inventory.Scope;
import org.drydock.inventory.Selector;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.ImageBuilder.Packing;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers, links and the cache, seen through a cataloger of a format of its own. */
class InventoryCollectorTest {
    /** Reads lines {@code NAME VERSION} and {@code owns PATH}. */
    private static final class LineCataloger implements Cataloger {
        @Override
        public String name() {
            return "lines";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Selector> selectors() {
            return List.of(new Selector.Path("var/lib/db"), new Selector.Extension(".pkg"));
        }

        @Override
        public void catalog(CandidateFile file, CatalogSink sink) {
            for (String line : file.text().lines().toList()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "owns" -> sink.owns(PackageType.DEB, "owner", words[1]);
                    case "fail" -> throw new IllegalStateException("told to");
                    default ->
                        sink.add(CatalogedPackage.of(
                                file.path().value().equals("var/lib/db") ? PackageType.DEB : PackageType.NPM,
                                words[0],
                                words[1]));
                }
            }
        }
    }

    @TempDir
    Path folder;

    private Inventory collect(ImageBuilder image, Scope scope) {
        Path layout = image.writeOciLayout(folder.resolve("image"));
        return collect(layout.toString(), scope);
    }

    private Inventory collect(String reference, Scope scope) {
        InventoryCollector collector =
                new InventoryCollector(List.of(new LineCataloger()), Limits.DEFAULT, folder.resolve("cache"));
        try (Target target = Targets.open(reference, null, Limits.DEFAULT)) {
            return collector.collect(target, scope, ScanProgress.NONE);
        }
    }

    private static List<String> described(Inventory inventory) {
        return inventory.packages().stream()
                .map(p -> p.name() + " " + p.version() + " "
                        + p.locations().stream()
                                .map(l -> l.path()
                                        + (l.layer() == null
                                                ? ""
                                                : "@" + l.layer().index()))
                                .toList())
                .toList();
    }

    private static ImageBuilder image(TarBuilder... layers) {
        ImageBuilder image = new ImageBuilder();
        for (int i = 0; i < layers.length; i++) {
            image.layer(layers[i], i % 2 == 0 ? Packing.GZIP : Packing.ZSTD, "step " + i);
        }
        return image;
    }

    @Test
    void whatUpperLayersRemoveOrReplaceIsGone() {
        Inventory inventory = collect(
                image(
                        new TarBuilder()
                                .file("app/kept.pkg", "kept 1")
                                .file("app/removed.pkg", "removed 1")
                                .file("app/replaced.pkg", "replaced 1")
                                .file("gone/deep/in.pkg", "in 1")
                                .file("opaque/old.pkg", "old 1")
                                .file("turned/into/file.pkg", "file 1")
                                .file("turned.pkg", "dir 1"),
                        new TarBuilder()
                                .whiteout("app/removed.pkg")
                                .file("app/replaced.pkg", "replaced 2")
                                .whiteout("gone")
                                .opaque("opaque")
                                .file("opaque/new.pkg", "new 1")
                                .file("turned/into", "no directory any more")
                                .directory("turned.pkg")),
                Scope.SQUASHED);
        assertThat(described(inventory))
                .containsExactly(
                        "kept 1 [/app/kept.pkg@0]", "new 1 [/opaque/new.pkg@1]", "replaced 2 [/app/replaced.pkg@1]");
    }

    @Test
    void aFileThatComesBackCounts() {
        Inventory inventory = collect(
                image(
                        new TarBuilder().file("a.pkg", "a 1"),
                        new TarBuilder().whiteout("a.pkg"),
                        new TarBuilder().file("a.pkg", "a 2")),
                Scope.SQUASHED);
        assertThat(described(inventory)).containsExactly("a 2 [/a.pkg@2]");
    }

    @Test
    void allLayersShowsWhatWasRemoved() {
        Inventory inventory = collect(
                image(new TarBuilder().file("a.pkg", "a 1"), new TarBuilder().whiteout("a.pkg")), Scope.ALL_LAYERS);
        assertThat(described(inventory)).containsExactly("a 1 [/a.pkg@0]");
    }

    @Test
    void aPackageComesFromTheLayerThatBroughtItNotFromTheLastThatRewroteTheDatabase() {
        Inventory inventory = collect(
                image(
                        new TarBuilder().file("var/lib/db", "libc 1\nold 1"),
                        new TarBuilder().file("var/lib/db", "libc 1\nnginx 1\nold 2"),
                        new TarBuilder().file("var/lib/db", "libc 1\nnginx 1\nold 1")),
                Scope.SQUASHED);
        assertThat(described(inventory))
                .containsExactly("libc 1 [/var/lib/db@0]", "nginx 1 [/var/lib/db@1]", "old 1 [/var/lib/db@2]");
    }

    @Test
    void theLastOfTwoEntriesOfOneNameCounts() {
        Inventory inventory = collect(
                image(new TarBuilder()
                        .file("a.pkg", "a 1")
                        .file("a.pkg", "a 2")
                        .file("b.pkg", "b 1")
                        .symlink("b.pkg", "nowhere")),
                Scope.SQUASHED);
        assertThat(described(inventory)).containsExactly("a 2 [/a.pkg@0]");
    }

    @Test
    void hardLinksAreTheFileUnderAnotherName() {
        Inventory inventory = collect(
                image(
                        new TarBuilder().file("a.pkg", "a 1").hardlink("b.pkg", "a.pkg"),
                        new TarBuilder().file("plain", "p 1").hardlink("c.pkg", "plain"),
                        new TarBuilder().hardlink("d.pkg", "a.pkg")),
                Scope.SQUASHED);
        assertThat(described(inventory)).containsExactly("a 1 [/a.pkg@0, /b.pkg@0]", "p 1 [/c.pkg@1]");
    }

    @Test
    void linksToWhatNobodyReadsUnderItsOwnNameAreFollowed() {
        Inventory inventory = collect(
                image(
                        new TarBuilder()
                                .file("data/files/db", "libc 1")
                                .file("opt/blob", "app 1")
                                .symlink("opt/app.pkg", "./blob")
                                .symlink("loop.pkg", "loop.pkg")
                                .symlink("dangling.pkg", "/nowhere"),
                        new TarBuilder().symlink("var/lib", "../data/files")),
                Scope.SQUASHED);
        assertThat(described(inventory)).containsExactly("libc 1 [/var/lib/db@0]", "app 1 [/opt/app.pkg@0]");
    }

    @Test
    void filesOfOperatingSystemPackagesAreKnownAsSuch() {
        Inventory inventory = collect(
                image(
                        new TarBuilder().file("usr/lib/x/own.pkg", "mine 1").file("srv/other.pkg", "other 1"),
                        new TarBuilder().file("var/lib/db", "owns /lib/x/own.pkg\nowner 1")),
                Scope.SQUASHED);
        assertThat(inventory.packages())
                .filteredOn(p -> p.owner() != null)
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.name()).isEqualTo("mine");
                    assertThat(p.owner()).isEqualTo(new Package.Owner(PackageType.DEB, "owner"));
                });
    }

    @Test
    void aCatalogerThatFailsHidesNothingElse() {
        Inventory inventory =
                collect(image(new TarBuilder().file("a.pkg", "a 1\nfail").file("b.pkg", "b 1")), Scope.SQUASHED);
        assertThat(described(inventory)).containsExactly("a 1 [/a.pkg@0]", "b 1 [/b.pkg@0]");
        assertThat(inventory.diagnostics())
                .extracting(Diagnostic::code, Diagnostic::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cataloger-failed", "/a.pkg"));
    }

    @Test
    void aSecondScanReadsNoLayer() throws IOException {
        ImageBuilder image =
                image(new TarBuilder().file("a.pkg", "a 1").file("b.pkg", "fail"), new TarBuilder().whiteout("b.pkg"));
        Inventory first = collect(image, Scope.SQUASHED);
        try (Stream<Path> blobs = Files.list(folder.resolve("image/blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                if (Files.readAllBytes(blob)[0] != '{') {
                    Files.delete(blob);
                }
            }
        }
        Inventory second = collect(folder.resolve("image").toString(), Scope.SQUASHED);
        assertThat(second.coverage().cachedLayers()).isEqualTo(2);
        assertThat(second.packages()).isEqualTo(first.packages());
        assertThat(second.diagnostics()).isEqualTo(first.diagnostics());
    }

    @Test
    void damagedCacheFilesAreReadAnew() throws IOException {
        ImageBuilder image = image(new TarBuilder().file("a.pkg", "a 1"));
        collect(image, Scope.SQUASHED);
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 3] ^= 1;
                Files.write(file, bytes);
            }
        }
        Inventory again = collect(folder.resolve("image").toString(), Scope.SQUASHED);
        assertThat(again.coverage().cachedLayers()).isZero();
        assertThat(described(again)).containsExactly("a 1 [/a.pkg@0]");
    }

    @Test
    void directoriesAreReadWithoutFollowingLinksOut() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree/app"));
        Files.writeString(tree.resolve("a.pkg"), "a 1");
        Files.writeString(folder.resolve("outside.pkg"), "outside 1");
        Files.createSymbolicLink(tree.resolve("link.pkg"), folder.resolve("outside.pkg"));
        Files.createSymbolicLink(tree.resolve("loop"), tree);
        Files.writeString(tree.resolve("blob"), "b 1");
        Files.createSymbolicLink(tree.resolve("b.pkg"), Path.of("blob"));
        Inventory inventory = collect("dir:" + folder.resolve("tree"), Scope.SQUASHED);
        assertThat(described(inventory)).containsExactly("a 1 [/app/a.pkg]", "b 1 [/app/b.pkg]");
    }

    @Test
    void oneFileCanBeATarget() throws IOException {
        Path file = Files.writeString(folder.resolve("one.pkg"), "one 1");
        assertThat(described(collect(file.toString(), Scope.SQUASHED))).containsExactly("one 1 [/one.pkg]");
    }
}
