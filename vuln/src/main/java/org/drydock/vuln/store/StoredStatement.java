package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.Affected.Applicability;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.ByteReader.MalformedException;
import org.drydock.vuln.version.VersionBounds;
import org.drydock.vuln.version.VersionBounds.Bound;
import org.drydock.vuln.version.VersionScheme;
import org.drydock.vuln.version.VersionSchemes;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is kept: its facts, and how its versions were written where that is asked for. Source, namespace,
 * name and id stand elsewhere.
 */
record StoredStatement(
        List<String> aliases,
        List<String> related,
        Status status,
        List<StoredRange> ranges,
        List<StoredVersion> versions,
        @Nullable String module,
        List<Rating> ratings,
        Applicability applicability) {
    private static final int FIRST_TO_END = 0;
    private static final int FIXED = 1;
    private static final int LAST_AFFECTED = 2;
    private static final int FROM_VERSION = 4;
    private static final int AFTER_INTRODUCED = 8;
    private static final int LIMIT = 16;
    private static final int MODULE_NAMED = 1;
    private static final int APPLICABLE_SOMEWHERE = 2;

    StoredStatement {
        aliases = List.copyOf(aliases);
        related = List.copyOf(related);
        ranges = List.copyOf(ranges);
        versions = List.copyOf(versions);
        ratings = List.copyOf(ratings);
    }

    /** A range; null where it has no such bound, {@code introduced} if it begins with the first version. */
    record StoredRange(
            @Nullable StoredVersion introduced,
            @Nullable StoredVersion fixed,
            @Nullable StoredVersion lastAffected,
            @Nullable StoredVersion limit,
            boolean afterIntroduced) {
        private VersionBounds.Range bounds() {
            return new VersionBounds.Range(
                    bound(introduced), bound(fixed), bound(lastAffected), bound(limit), afterIntroduced);
        }

        private static Bound bound(@Nullable StoredVersion version) {
            return version == null ? Bound.NONE : version.bound();
        }

        private static @Nullable String text(@Nullable StoredVersion version) {
            return version == null ? null : version.text();
        }
    }

    /** How the versions of a namespace are ordered. */
    static VersionScheme scheme(String namespace) {
        return VersionSchemes.forNamespace(namespace).orElse(VersionSchemes.SEMVER);
    }

    static StoredStatement of(Statement statement) {
        Affected affected = statement.affected();
        VersionScheme scheme = scheme(affected.namespace());
        List<StoredRange> ranges = affected.ranges().stream()
                .map(range -> new StoredRange(
                        VersionBounds.isFirst(range.introduced()) ? null : written(range.introduced(), scheme),
                        written(range.fixed(), scheme),
                        written(range.lastAffected(), scheme),
                        written(range.limit(), scheme),
                        range.afterIntroduced()))
                .toList();
        List<StoredVersion> versions = affected.versions().stream()
                .map(version -> (StoredVersion) new StoredVersion.Written(version, scheme))
                .toList();
        return new StoredStatement(
                statement.aliases(),
                statement.related(),
                affected.status(),
                ranges,
                versions,
                affected.module(),
                affected.ratings(),
                affected.applicability());
    }

    /** The places of the versions that it names. */
    VersionBounds bounds() {
        return new VersionBounds(
                ranges.stream().map(StoredRange::bounds).toList(),
                versions.stream().map(StoredVersion::bound).toList());
    }

    Statement statement(String source, String namespace, String name, String id) {
        List<Affected.Range> written = new ArrayList<>(ranges.size());
        for (StoredRange range : ranges) {
            StoredVersion introduced = range.introduced;
            written.add(new Affected.Range(
                    introduced == null ? "0" : introduced.text(),
                    StoredRange.text(range.fixed),
                    StoredRange.text(range.lastAffected),
                    StoredRange.text(range.limit),
                    range.afterIntroduced));
        }
        List<String> listed = versions.stream().map(StoredVersion::text).toList();
        return new Statement(
                source,
                id,
                aliases,
                related,
                new Affected(namespace, name, status, written, listed, module, ratings, applicability));
    }

    static void writeAll(EntryWriter out, Entry.OfStatements entry) {
        VersionScheme scheme = scheme(entry.namespace());
        out.number(entry.statements().size());
        entry.statements().forEach(statement -> statement.write(out, scheme));
    }

    static List<StoredStatement> readAll(EntryReader in) throws MalformedException {
        int count = in.count();
        List<StoredStatement> statements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            statements.add(read(in));
        }
        return statements;
    }

    void write(EntryWriter out, VersionScheme scheme) {
        out.texts(aliases).texts(related).number(number(status)).number(ranges.size());
        ranges.forEach(range -> write(out, scheme, range));
        out.number(versions.size());
        versions.forEach(version -> out.version(scheme, version.text()));
        String name = module;
        boolean everywhere = applicability.equals(Applicability.EVERYWHERE);
        out.number((name == null ? 0 : MODULE_NAMED) + (everywhere ? 0 : APPLICABLE_SOMEWHERE));
        if (name != null) {
            out.text(name);
        }
        if (!everywhere) {
            out.text(applicability.cpe()).texts(applicability.runningWith());
        }
        Entry.writeRatings(out, ratings);
    }

    static StoredStatement read(EntryReader in) throws MalformedException {
        List<String> aliases = in.texts();
        List<String> related = in.texts();
        Status status = status(in.number());
        int count = in.count();
        List<StoredRange> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ranges.add(readRange(in));
        }
        count = in.count();
        List<StoredVersion> versions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            versions.add(in.version());
        }
        long limits = in.number();
        String module = (limits & MODULE_NAMED) == 0 ? null : in.text();
        Applicability applicability = (limits & APPLICABLE_SOMEWHERE) == 0
                ? Applicability.EVERYWHERE
                : new Applicability(in.text(), in.texts());
        return new StoredStatement(
                aliases, related, status, ranges, versions, module, Entry.readRatings(in), applicability);
    }

    private static @Nullable StoredVersion written(@Nullable String text, VersionScheme scheme) {
        return text == null ? null : new StoredVersion.Written(text, scheme);
    }

    private static void write(EntryWriter out, VersionScheme scheme, StoredRange range) {
        StoredVersion introduced = range.introduced;
        StoredVersion fixed = range.fixed;
        StoredVersion last = range.lastAffected;
        int end = fixed != null ? FIXED : last != null ? LAST_AFFECTED : FIRST_TO_END;
        StoredVersion limit = range.limit;
        out.number(end
                + (introduced != null ? FROM_VERSION : 0)
                + (range.afterIntroduced ? AFTER_INTRODUCED : 0)
                + (limit != null ? LIMIT : 0));
        if (introduced != null) {
            out.version(scheme, introduced.text());
        }
        if (fixed != null) {
            out.version(scheme, fixed.text());
        } else if (last != null) {
            out.version(scheme, last.text());
        }
        if (limit != null) {
            out.version(scheme, limit.text());
        }
    }

    private static StoredRange readRange(EntryReader in) throws MalformedException {
        long kind = in.number();
        StoredVersion introduced = (kind & FROM_VERSION) != 0 ? in.version() : null;
        long end = kind & ~(FROM_VERSION | AFTER_INTRODUCED | LIMIT);
        if (end != FIRST_TO_END && end != FIXED && end != LAST_AFFECTED) {
            throw new MalformedException("a range ends in an unknown way");
        }
        StoredVersion bound = end == FIRST_TO_END ? null : in.version();
        StoredVersion limit = (kind & LIMIT) != 0 ? in.version() : null;
        return new StoredRange(
                introduced,
                end == FIXED ? bound : null,
                end == LAST_AFFECTED ? bound : null,
                limit,
                (kind & AFTER_INTRODUCED) != 0);
    }

    /** Numbers that stay when the enumeration changes. */
    private static int number(Status status) {
        return switch (status) {
            case AFFECTED -> 1;
            case FIXED -> 2;
            case NOT_AFFECTED -> 3;
            case WILL_NOT_FIX -> 4;
            case DEFERRED -> 5;
            case END_OF_LIFE -> 6;
            case UNDER_INVESTIGATION -> 7;
            case UNKNOWN -> 8;
        };
    }

    private static Status status(long number) throws MalformedException {
        for (Status status : Status.values()) {
            if (number(status) == number) {
                return status;
            }
        }
        throw new MalformedException("a status is unknown");
    }
}
