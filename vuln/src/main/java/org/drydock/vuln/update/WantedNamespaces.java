package org.drydock.vuln.update;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The namespaces that scans asked about, with the day they last did: what an update brings unless it is told otherwise. A
 * line each, the namespace and the day set apart by a tab; the most recent ones are kept.
 */
public final class WantedNamespaces {
    private static final String FILE = "wanted";
    private static final String LOCK = "wanted.lock";
    private static final int MOST = 500;
    private static final int MAX_NAME = 100;

    private final Path folder;

    public WantedNamespaces(Path folder) {
        this.folder = folder;
    }

    /** Those remembered, sorted. A line that cannot be read counts for nothing. */
    public Set<String> read() throws IOException {
        return days().keySet();
    }

    /**
     * Remembers namespaces. Writes only if that changes anything, which it does once a day at most for each.
     *
     * @throws IOException if the folder cannot be written
     */
    public void add(Collection<String> namespaces, LocalDate today) throws IOException {
        if (isKnown(namespaces, today)) {
            return;
        }
        try (FolderLock _ = FolderLock.acquire(folder, LOCK, () -> {})) {
            Map<String, String> days = days();
            namespaces.stream()
                    .filter(WantedNamespaces::isPlain)
                    .forEach(namespace -> days.merge(namespace, today.toString(), WantedNamespaces::later));
            List<String> kept = days.entrySet().stream()
                    .sorted(Map.Entry.<String, String>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                    .sorted()
                    .toList();
            WholeFile.write(folder.resolve(FILE), String.join("", kept));
        }
    }

    private boolean isKnown(Collection<String> namespaces, LocalDate today) throws IOException {
        Map<String, String> days = days();
        return namespaces.stream()
                .filter(WantedNamespaces::isPlain)
                .allMatch(namespace -> days.getOrDefault(namespace, "").compareTo(today.toString()) >= 0);
    }

    private Map<String, String> days() throws IOException {
        return WholeFile.read(folder.resolve(FILE))
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 2 && isPlain(parts[0]))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], WantedNamespaces::later, TreeMap::new));
    }

    private static String later(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** A distribution's name comes out of the scanned image, so it may be anything. */
    private static boolean isPlain(String namespace) {
        return namespace.length() <= MAX_NAME && namespace.matches("[A-Za-z0-9:._/+-]+");
    }
}
