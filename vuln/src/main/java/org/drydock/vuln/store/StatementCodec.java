package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.store.ByteReader.MalformedException;

/** Statements about a package as bytes. Namespace and name stand in the key, the source in the segment. */
final class StatementCodec {
    private static final int OPEN = 0;
    private static final int FIXED = 1;
    private static final int LAST_AFFECTED = 2;
    private static final int MODULE_ANY = 0;
    private static final int MODULE_NAMED = 1;

    private StatementCodec() {}

    static void write(PooledWriter out, Statement statement) {
        Affected affected = statement.affected();
        out.text(statement.advisoryId()).texts(statement.aliases()).texts(statement.related());
        out.number(number(affected.status()));
        out.number(affected.ranges().size());
        affected.ranges().forEach(range -> write(out, range));
        out.texts(affected.versions());
        String module = affected.module();
        if (module == null) {
            out.number(MODULE_ANY);
        } else {
            out.number(MODULE_NAMED).text(module);
        }
        writeRatings(out, affected.ratings());
    }

    static Statement read(PooledReader in, String source, String namespace, String name) throws MalformedException {
        String id = in.text();
        List<String> aliases = in.texts();
        List<String> related = in.texts();
        Status status = status(in.number());
        int count = in.count();
        List<Affected.Range> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ranges.add(readRange(in));
        }
        List<String> versions = in.texts();
        String module = in.number() == MODULE_ANY ? null : in.text();
        Affected affected = new Affected(namespace, name, status, ranges, versions, module, readRatings(in));
        return new Statement(source, id, aliases, related, affected);
    }

    static void writeRatings(PooledWriter out, List<Rating> ratings) {
        out.number(ratings.size());
        ratings.forEach(rating -> out.text(rating.kind()).text(rating.value()));
    }

    static List<Rating> readRatings(PooledReader in) throws MalformedException {
        int count = in.count();
        List<Rating> ratings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ratings.add(new Rating(in.text(), in.text()));
        }
        return ratings;
    }

    private static void write(PooledWriter out, Affected.Range range) {
        String fixed = range.fixed();
        String last = range.lastAffected();
        out.text(range.introduced());
        if (fixed != null) {
            out.number(FIXED).text(fixed);
        } else if (last != null) {
            out.number(LAST_AFFECTED).text(last);
        } else {
            out.number(OPEN);
        }
    }

    private static Affected.Range readRange(PooledReader in) throws MalformedException {
        String introduced = in.text();
        long kind = in.number();
        if (kind == FIXED) {
            return new Affected.Range(introduced, in.text(), null);
        }
        if (kind == LAST_AFFECTED) {
            return new Affected.Range(introduced, null, in.text());
        }
        if (kind != OPEN) {
            throw new MalformedException("a range ends in an unknown way");
        }
        return new Affected.Range(introduced, null, null);
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
