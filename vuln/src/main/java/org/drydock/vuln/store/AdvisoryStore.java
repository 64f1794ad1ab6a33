package org.drydock.vuln.store;

import java.util.List;
import java.util.Optional;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.RangeDecision;
import org.jspecify.annotations.Nullable;

/** Answers one question fast: which statements speak of this package in this namespace. Safe for use by many threads. */
public interface AdvisoryStore extends AutoCloseable {
    /**
     * Every statement of every source about a package, sorted by source and id.
     *
     * @param namespace as {@link org.drydock.vuln.Namespaces} writes it
     * @param name normalised
     */
    List<Statement> find(String namespace, String name);

    /**
     * The statements of every source about a package that may mean a version, sorted by source and id: a statement that
     * surely does not mean it is left out, unless its status is {@code NOT_AFFECTED}. No version that a statement names is
     * parsed for this, only compared by its key.
     *
     * @param namespace as {@link org.drydock.vuln.Namespaces} writes it
     * @param name normalised
     */
    List<Judgement> judge(String namespace, String name, InstalledVersion installed);

    /** The record behind a statement, without its affected packages: text, ratings, references. */
    Optional<Advisory> advisory(String source, String id);

    /** The records of all sources that have {@code id} as their own id or as an alias, sorted by source and id. */
    List<Advisory> byId(String id);

    /** Whether, and since when, a vulnerability is known to be exploited. */
    Optional<KnownExploited> knownExploited(String id);

    /** How likely a vulnerability is to be exploited soon, if that is known. */
    Optional<ExploitPrediction> exploitPrediction(String id);

    /**
     * When a release stops to be mended, if that is known.
     *
     * @param product as {@link EndOfLife#product}
     * @param release as {@link EndOfLife#release}
     */
    Optional<EndOfLife> endOfLife(String product, String release);

    /** The data sets in the store, sorted by name. */
    List<SourceStatus> sources();

    @Override
    void close();

    /** One source's statement about one package. */
    record Statement(String source, String advisoryId, List<String> aliases, List<String> related, Affected affected) {
        public Statement {
            aliases = List.copyOf(aliases);
            related = List.copyOf(related);
        }
    }

    /** A statement, and whether the versions that it names hold the one that was asked about. */
    record Judgement(Statement statement, RangeDecision decision) {}

    /**
     * A data set in the store.
     *
     * @param name for example {@code debian-tracker}, {@code osv/pypi}
     * @param format the shape it was read from
     * @param namespaces which it speaks of, sorted
     * @param records how many advisories it holds
     * @param date the newest date that its records state, {@code YYYY-MM-DD}; empty if they state none
     * @param origin the file it was imported from, its name only
     */
    record SourceStatus(String name, String format, List<String> namespaces, long records, String date, String origin) {
        public SourceStatus {
            namespaces = List.copyOf(namespaces);
        }

        /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SourceStatus that
                    && name.equals(that.name)
                    && format.equals(that.format)
                    && namespaces.equals(that.namespaces)
                    && records == that.records
                    && date.equals(that.date)
                    && origin.equals(that.origin);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
