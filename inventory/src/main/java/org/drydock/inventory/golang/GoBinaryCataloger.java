package org.drydock.inventory.golang;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;
import org.drydock.inventory.text.DiagnosticBudget;

/**
 * Reads from Go binaries which modules they were built from: the standard library at the version of the tool chain, the
 * main module, and each dependency, or what replaced it. It needs neither symbols nor section headers, so stripping does
 * not hide anything; packing the whole binary does.
 *
 * @see <a href="https://pkg.go.dev/debug/buildinfo">debug/buildinfo</a>
 */
public final class GoBinaryCataloger implements Cataloger {
    @Override
    public String name() {
        return "go-binary";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Head(ExecutableFormat::mayBeGo));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        ByteBuffer content = file.content().duplicate();
        Optional<ExecutableFormat> format = ExecutableFormat.of(content);
        if (format.isEmpty()) {
            return;
        }
        LoadedImage image = format.get().load(content);
        switch (BuildInfo.find(image, file.limits().metadataBytes())) {
            case BuildInfo.None() -> {}
            case BuildInfo.Unreadable(int place) ->
                sink.diagnostic(
                        Level.NOT_EXAMINED,
                        "unreadable-build-info",
                        "",
                        "the Go build information at byte " + place + " cannot be read: modules are not known");
            case BuildInfo.Text(String goVersion, String modules) -> {
                try (DiagnosticBudget diagnostics = new DiagnosticBudget(sink)) {
                    ModuleText text = ModuleText.parse(modules, diagnostics);
                    new GoPackages(goVersion, text).addTo(sink, diagnostics);
                }
            }
        }
    }
}
