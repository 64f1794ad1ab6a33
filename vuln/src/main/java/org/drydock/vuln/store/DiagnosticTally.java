package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Diagnostic;

/** Diagnostics in bounded number: the first few of a kind, then how many more there were. */
final class DiagnosticTally {
    private static final int SHOWN = 20;

    private final List<Diagnostic> shown = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Diagnostic> firstUnshown = new HashMap<>();

    void add(Diagnostic diagnostic) {
        int count = counts.merge(diagnostic.code(), 1, Integer::sum);
        if (count <= SHOWN) {
            shown.add(diagnostic);
        } else if (count == SHOWN + 1) {
            firstUnshown.put(diagnostic.code(), diagnostic);
        }
    }

    List<Diagnostic> list() {
        List<Diagnostic> all = new ArrayList<>(shown);
        firstUnshown.forEach((code, first) -> {
            int more = counts.getOrDefault(code, 0) - SHOWN;
            all.add(new Diagnostic(
                    first.level(), code, first.place(), more + " more like this, the first: " + first.message()));
        });
        return all.stream().sorted().toList();
    }
}
