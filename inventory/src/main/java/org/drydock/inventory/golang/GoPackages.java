package org.drydock.inventory.golang;

import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.golang.ModuleText.Module;
import org.drydock.inventory.text.DiagnosticBudget;

/** The packages that a Go binary's build information tells of. */
record GoPackages(String goVersion, ModuleText text) {
    /** The name under which the Go vulnerability database knows the standard library. */
    static final String STANDARD_LIBRARY = "stdlib";

    private static final String NO_VERSION = "(devel)";

    void addTo(CatalogSink sink, DiagnosticBudget diagnostics) {
        GoVersions.standardLibrary(goVersion)
                .ifPresentOrElse(
                        release -> sink.add(toPackage(new Module(STANDARD_LIBRARY, release, ""), false)),
                        () -> diagnostics.report(
                                Level.NOT_EXAMINED,
                                "unknown-go-version",
                                0,
                                "the version of the tool chain tells none of the standard library"));
        Module main = text.main();
        if (main != null) {
            sink.add(toPackage(withLinkedVersion(main), true));
        }
        for (Module dependency : text.dependencies()) {
            sink.add(toPackage(dependency, false));
        }
    }

    private Module withLinkedVersion(Module main) {
        if (!main.version().equals(NO_VERSION)) {
            return main;
        }
        return GoVersions.linked(text.settings().getOrDefault("-ldflags", ""), main.path())
                .map(version -> new Module(main.path(), version, main.sum()))
                .orElse(main);
    }

    private CatalogedPackage toPackage(Module module, boolean main) {
        return new CatalogedPackage(
                PackageType.GO,
                module.path(),
                module.version(),
                null,
                text.settings().getOrDefault("GOARCH", ""),
                List.of(),
                "",
                new GoMetadata(goVersion, main, module.sum()));
    }
}
