package org.drydock.inventory.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Diagnostic;

/** Diagnostics of one place, so many of each kind and then only their number: hostile input can cause millions. */
final class BoundedDiagnostics {
    private static final int MAX_OF_A_KIND = 50;

    private record Kind(Diagnostic.Level level, String code) {}

    private final List<Diagnostic> kept = new ArrayList<>();
    private final Map<Kind, Integer> counts = new HashMap<>();

    void add(Diagnostic diagnostic) {
        int count = counts.merge(new Kind(diagnostic.level(), diagnostic.code()), 1, Integer::sum);
        if (count <= MAX_OF_A_KIND) {
            kept.add(diagnostic);
        }
    }

    List<Diagnostic> list() {
        List<Diagnostic> all = new ArrayList<>(kept);
        counts.forEach((kind, count) -> {
            if (count > MAX_OF_A_KIND) {
                all.add(new Diagnostic(
                        kind.level, kind.code, "", (count - MAX_OF_A_KIND) + " more of this kind are not listed"));
            }
        });
        all.sort(null);
        return all;
    }
}
