package org.drydock.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.store.AdvisoryStore;
import org.drydock.vuln.store.AdvisoryStores;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.StoreImporter;

/**
 * Writes the same statements and records into Drydock's store, into SQLite with the indexes that the questions need, and
 * into H2's MVStore with compression, and prints how large each is and how long it takes to open it and to ask 1,000 times
 * for all statements about a package; one name in five is of none. Best run by itself:
 *
 * <pre>java -cp … org.drydock.benchmarks.StoreComparison</pre>
 */
public final class StoreComparison {
    private static final int QUESTIONS = 1000;
    private static final int ROUNDS = 9;

    private StoreComparison() {}

    /** What is compared. */
    interface Engine extends AutoCloseable {
        /** How many statements there are about a package; each is read whole. */
        int ask(String namespace, String name) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    private interface Opening {
        Engine open() throws SQLException;
    }

    private record Question(String namespace, String name) {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<Advisory> records = FeedRecords.read();
        List<Question> questions = questions(records);
        Path folder = Files.createTempDirectory("drydock-comparison");
        Path sqlite = Files.createDirectories(folder.resolve("sqlite"));
        Path mvstore = Files.createDirectories(folder.resolve("mvstore"));
        Path own = folder.resolve("drydock");
        try {
            StoreImporter.importPaths(List.of(FeedRecords.folder()), own, ImportProgress.none());
            SqliteEngine.write(sqlite.resolve("advisories.db"), records);
            MvStoreEngine.write(mvstore.resolve("advisories.mv"), records);
            System.out.printf("%d records, %d questions; milliseconds%n", records.size(), QUESTIONS);
            long base = TemporaryStore.bytes(sqlite);
            report("drydock", TemporaryStore.bytes(own), base, () -> own(own), questions);
            report("sqlite", base, base, () -> new SqliteEngine(sqlite.resolve("advisories.db")), questions);
            report(
                    "mvstore",
                    TemporaryStore.bytes(mvstore),
                    base,
                    () -> new MvStoreEngine(mvstore.resolve("advisories.mv")),
                    questions);
        } finally {
            for (Path part : List.of(sqlite, mvstore, own)) {
                TemporaryStore.delete(part);
            }
            Files.delete(folder);
        }
    }

    private static void report(String name, long bytes, long base, Opening opening, List<Question> questions)
            throws SQLException {
        List<Double> opened = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            try (Engine engine = opening.open()) {
                opened.add(millisSince(start));
                start = System.nanoTime();
                found = askAll(engine, questions);
                first.add(millisSince(start));
                start = System.nanoTime();
                askAll(engine, questions);
                again.add(millisSince(start));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-8s %,12d bytes (%5.1f %% of SQLite)  open %6.2f  first asking %7.2f  again %7.2f  %d statements%n",
                name,
                bytes,
                100.0 * bytes / base,
                median(opened),
                median(first),
                median(again),
                found);
    }

    private static int askAll(Engine engine, List<Question> questions) throws SQLException {
        int found = 0;
        for (Question question : questions) {
            found += engine.ask(question.namespace(), question.name());
        }
        return found;
    }

    private static Engine own(Path folder) {
        AdvisoryStore store = AdvisoryStores.open(folder);
        return new Engine() {
            @Override
            public int ask(String namespace, String name) {
                return store.find(namespace, name).size();
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    private static List<Question> questions(List<Advisory> records) {
        TreeSet<String> names = new TreeSet<>();
        records.forEach(record ->
                record.affected().forEach(affected -> names.add(affected.namespace() + '\0' + affected.name())));
        List<String> all = new ArrayList<>(names);
        Random random = new Random(1);
        Collections.shuffle(all, random);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String[] parts = all.get(i).split("\0", -1);
            questions.add(new Question(parts[0], i % 5 == 0 ? parts[1] + "-none" : parts[1]));
        }
        return questions;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
