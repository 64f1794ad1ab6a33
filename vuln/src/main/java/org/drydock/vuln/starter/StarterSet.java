package org.drydock.vuln.starter;

import java.io.InputStream;
import java.util.List;

/**
 * Landmark vulnerabilities of each family, so that a first scan without any imported feed finds the famous ones. It is no
 * feed: what it does not know, it says nothing about.
 *
 * <p>Each file holds OSV records, one JSON object a line, sorted by id. An id stands once in a file, but a vulnerability
 * that touches several families stands in several files: each file is a data set of its own. Where CISA lists a
 * vulnerability as exploited, {@code database_specific.kev} is the date it was added. See {@code docs/starter-set.md}.
 *
 * @see <a href="https://ossf.github.io/osv-schema/">OSV schema</a>
 */
public final class StarterSet {
    private static final List<String> FILES =
            List.of("alpine.jsonl", "debian.jsonl", "go.jsonl", "maven.jsonl", "npm.jsonl", "pypi.jsonl", "rhel.jsonl");

    private StarterSet() {}

    /** The names of the files, one a family, sorted. */
    public static List<String> files() {
        return FILES;
    }

    /**
     * Opens one of {@link #files()}; the caller closes it.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static InputStream open(String file) {
        InputStream stream = FILES.contains(file) ? StarterSet.class.getResourceAsStream(file) : null;
        if (stream == null) {
            throw new IllegalArgumentException("no such file in the starter set: " + file);
        }
        return stream;
    }
}
