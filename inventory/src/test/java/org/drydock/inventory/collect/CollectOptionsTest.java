package org.drydock.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.core.Limits;
import org.drydock.core.Purl;
import org.drydock.image.FileTree;
import org.drydock.image.Target;
import org.drydock.image.source.Targets;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.ScanProgress;
import org.drydock.inventory.Scope;
import org.drydock.inventory.collect.CollectOptions.Declared;
import org.drydock.testkit.ImageBuilder;
import org.drydock.testkit.TarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts: lock files in directories and not in images, and not what is for development. */
class CollectOptionsTest {
    private static final String LOCK = """
        {"packages":{"node_modules/a":{"version":"1.0.0","dependencies":{"b":"1"}},
         "node_modules/b":{"version":"1.0.0"},"node_modules/t":{"version":"1.0.0","dev":true}}}\
        """;
    private static final String INSTALLED = "{\"name\":\"a\",\"version\":\"1.0.0\"}";

    @TempDir
    Path folder;

    private Inventory collect(Target target, CollectOptions options) {
        return new InventoryCollector(Catalogers.all(), Limits.DEFAULT, folder.resolve("cache"), options)
                .collect(target, Scope.SQUASHED, ScanProgress.NONE);
    }

    private Path sources() throws IOException {
        Path sources = folder.resolve("sources");
        Files.createDirectories(sources.resolve("broken"));
        Files.writeString(sources.resolve("package-lock.json"), LOCK);
        Files.writeString(sources.resolve("broken/composer.lock"), "{");
        Files.writeString(sources.resolve("broken/Cargo.lock"), "[[");
        return sources;
    }

    private static List<String> names(Inventory inventory) {
        return inventory.packages().stream().map(Package::name).toList();
    }

    @Test
    void directoriesCountByTheirLockFiles() throws IOException {
        Inventory inventory = collect(new FileTree("dir", sources(), false), CollectOptions.DEFAULT);
        assertThat(names(inventory)).containsExactly("a", "b");
        assertThat(inventory.packages().getFirst().dependencies()).containsExactly(Purl.parse("pkg:npm/b@1.0.0"));
        assertThat(inventory.diagnostics())
                .extracting(d -> d.code() + " " + d.place())
                .contains(
                        "development-packages-left-out /package-lock.json",
                        "malformed-package-list /broken/composer.lock",
                        "malformed-package-list /broken/Cargo.lock");
    }

    @Test
    void packagesForDevelopmentCountOnRequest() throws IOException {
        Inventory inventory =
                collect(new FileTree("dir", sources(), false), new CollectOptions(Declared.BY_TARGET, true));
        assertThat(names(inventory)).containsExactly("a", "b", "t");
    }

    @Test
    void hostsCountByWhatIsInstalled() throws IOException {
        assertThat(names(collect(new FileTree("host", sources(), true), CollectOptions.DEFAULT)))
                .isEmpty();
        assertThat(names(collect(new FileTree("dir", sources(), false), new CollectOptions(Declared.NEVER, false))))
                .isEmpty();
    }

    @Test
    void imagesCountByWhatIsInstalledUnlessAsked() {
        Path layout = new ImageBuilder()
                .layer(
                        new TarBuilder()
                                .file("app/package-lock.json", LOCK)
                                .file("app/node_modules/a/package.json", INSTALLED),
                        ImageBuilder.Packing.NONE,
                        "COPY . .")
                .writeOciLayout(folder.resolve("image"));
        for (int run = 0; run < 2; run++) {
            try (Target image = Targets.open(layout.toString(), null, Limits.DEFAULT)) {
                assertThat(names(collect(image, CollectOptions.DEFAULT))).containsExactly("a");
                Inventory all = collect(image, new CollectOptions(Declared.ALWAYS, false));
                assertThat(names(all)).containsExactly("a", "b");
                assertThat(all.packages().getFirst().dependencies()).hasSize(1);
            }
        }
    }
}
