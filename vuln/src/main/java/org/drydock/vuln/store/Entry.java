package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.ByteReader.MalformedException;

/** One thing that a segment holds, under its key. What the key says is not said again in the value. */
sealed interface Entry {
    byte[] key();

    /** What is looked for: entries with the same subject are looked for together. */
    byte[] subject();

    void write(EntryWriter out);

    /** The advisory that this is a part of; empty if of none. */
    String advisoryId();

    /** @throws MalformedException if it is no entry */
    static Entry read(byte[] key, EntryReader in) throws MalformedException {
        String[] names = Keys.names(key);
        byte kind = key.length == 0 ? 0 : key[0];
        int expected = switch (kind) {
            case Keys.STATEMENTS -> 3;
            case Keys.ALIAS, Keys.END_OF_LIFE -> 2;
            default -> 1;
        };
        if (names.length != expected) {
            throw new MalformedException("a key is incomplete");
        }
        return switch (kind) {
            case Keys.ADVISORY -> OfAdvisory.read(names[0], in);
            case Keys.ALIAS -> new OfAlias(names[0], names[1]);
            case Keys.KNOWN_EXPLOITED ->
                new OfKnownExploited(new KnownExploited(names[0], in.text(), in.number() == 1));
            case Keys.EXPLOIT_PREDICTION -> OfExploitPrediction.read(names[0], in);
            case Keys.END_OF_LIFE -> new OfEndOfLife(new EndOfLife(names[0], names[1], in.text(), in.text()));
            case Keys.STATEMENTS -> new OfStatements(names[0], names[1], names[2], StoredStatement.readAll(in));
            default -> throw new MalformedException("a key is of an unknown kind");
        };
    }

    static void writeRatings(EntryWriter out, List<Rating> ratings) {
        out.number(ratings.size());
        ratings.forEach(rating -> out.text(rating.kind()).text(rating.value()).text(rating.source()));
    }

    static List<Rating> readRatings(EntryReader in) throws MalformedException {
        int count = in.count();
        List<Rating> ratings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ratings.add(new Rating(in.text(), in.text(), in.text()));
        }
        return ratings;
    }

    /** A record without its packages. */
    record OfAdvisory(Advisory advisory) implements Entry {
        @Override
        public byte[] key() {
            return Keys.of(Keys.ADVISORY, advisory.id());
        }

        @Override
        public byte[] subject() {
            return key();
        }

        @Override
        public String advisoryId() {
            return advisory.id();
        }

        @Override
        public void write(EntryWriter out) {
            out.texts(advisory.aliases()).texts(advisory.related()).text(advisory.summary());
            writeRatings(out, advisory.ratings());
            out.texts(advisory.references()).text(advisory.published()).text(advisory.modified());
            out.texts(advisory.cwes());
        }

        private static OfAdvisory read(String id, EntryReader in) throws MalformedException {
            List<String> aliases = in.texts();
            List<String> related = in.texts();
            String summary = in.text();
            List<Rating> ratings = readRatings(in);
            return new OfAdvisory(new Advisory(
                    id, aliases, related, summary, ratings, in.texts(), in.text(), in.text(), List.of(), in.texts()));
        }
    }

    /** That a record has another name. */
    record OfAlias(String alias, String advisoryId) implements Entry {
        @Override
        public byte[] key() {
            return Keys.of(Keys.ALIAS, alias, advisoryId);
        }

        @Override
        public byte[] subject() {
            return Keys.prefix(Keys.ALIAS, alias);
        }

        @Override
        public void write(EntryWriter out) {}
    }

    /** An entry of a catalogue of exploited vulnerabilities. */
    record OfKnownExploited(KnownExploited entry) implements Entry {
        @Override
        public byte[] key() {
            return Keys.of(Keys.KNOWN_EXPLOITED, entry.id());
        }

        @Override
        public byte[] subject() {
            return key();
        }

        @Override
        public String advisoryId() {
            return "";
        }

        @Override
        public void write(EntryWriter out) {
            out.text(entry.dateAdded()).number(entry.ransomware() ? 1 : 0);
        }
    }

    /** A prediction of exploitation. Its date comes first, so that the newest of several is the last in order. */
    record OfExploitPrediction(ExploitPrediction entry) implements Entry {
        @Override
        public byte[] key() {
            return Keys.of(Keys.EXPLOIT_PREDICTION, entry.id());
        }

        @Override
        public byte[] subject() {
            return key();
        }

        @Override
        public String advisoryId() {
            return "";
        }

        @Override
        public void write(EntryWriter out) {
            out.text(entry.date());
            out.text(Double.toString(entry.score())).text(Double.toString(entry.percentile()));
        }

        private static OfExploitPrediction read(String id, EntryReader in) throws MalformedException {
            String date = in.text();
            try {
                double score = Double.parseDouble(in.text());
                double percentile = Double.parseDouble(in.text());
                return new OfExploitPrediction(new ExploitPrediction(id, score, percentile, date));
            } catch (NumberFormatException e) {
                throw new MalformedException("a number is not decimal");
            }
        }
    }

    /** The dates of a release. */
    record OfEndOfLife(EndOfLife entry) implements Entry {
        @Override
        public byte[] key() {
            return Keys.of(Keys.END_OF_LIFE, entry.product(), entry.release());
        }

        @Override
        public byte[] subject() {
            return key();
        }

        @Override
        public String advisoryId() {
            return "";
        }

        @Override
        public void write(EntryWriter out) {
            out.text(entry.endOfSupport()).text(entry.endOfExtendedSupport());
        }
    }

    /** All that one record says of one package. */
    record OfStatements(String namespace, String name, String advisoryId, List<StoredStatement> statements)
            implements Entry {
        public OfStatements {
            statements = List.copyOf(statements);
        }

        @Override
        public byte[] key() {
            return Keys.of(Keys.STATEMENTS, namespace, name, advisoryId);
        }

        @Override
        public byte[] subject() {
            return Keys.prefix(Keys.STATEMENTS, namespace, name);
        }

        @Override
        public void write(EntryWriter out) {
            StoredStatement.writeAll(out, this);
        }
    }
}
