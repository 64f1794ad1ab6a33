package org.drydock.vuln.store;

import java.nio.file.Path;
import java.util.List;

/** Imports two generations in turn until it is killed. A program of its own for {@link KilledImportTest}. */
final class ImportLoop {
    private static final int MOST = 100_000;

    private ImportLoop() {}

    public static void main(String[] arguments) {
        Path store = Path.of(arguments[0]);
        for (int i = 0; i < MOST; i++) {
            Path feeds = Path.of(arguments[1 + i % 2]);
            StoreImporter.importPaths(List.of(feeds), store, ImportProgress.none());
            System.out.println("imported");
        }
    }
}
