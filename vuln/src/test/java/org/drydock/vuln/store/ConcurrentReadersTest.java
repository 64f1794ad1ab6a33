package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrentReadersTest {
    private static final int IMPORTS = 5;

    @TempDir
    private Path folder;

    @Test
    void readersSeeOneImportOrTheOtherWhileWritersWait() throws IOException, InterruptedException, ExecutionException {
        Path store = folder.resolve("store");
        List<Path> feeds = List.of(Generations.feeds(folder, 0), Generations.feeds(folder, 1));
        load(store, feeds.getFirst());
        AtomicBoolean done = new AtomicBoolean();
        Callable<TreeSet<String>> reading = () -> {
            TreeSet<String> seen = new TreeSet<>();
            while (!done.get()) {
                seen.add(Generations.only(store));
            }
            return seen;
        };
        Callable<Void> writing = () -> {
            for (int i = 0; i < IMPORTS; i++) {
                load(store, feeds.get(i % 2));
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4);
                AdvisoryStore held = AdvisoryStores.open(store)) {
            List<Future<TreeSet<String>>> readers = new ArrayList<>();
            readers.add(threads.submit(reading));
            readers.add(threads.submit(reading));
            Future<Void> first = threads.submit(writing);
            Future<Void> second = threads.submit(writing);
            first.get();
            second.get();
            done.set(true);

            for (Future<TreeSet<String>> reader : readers) {
                assertThat(reader.get()).isSubsetOf("1.0", "1.1").isNotEmpty();
            }
            assertThat(Generations.fix(held, "npm", "package-7")).isEqualTo("1.0");
            assertThat(Generations.fix(held, "alpine:9.5", "musl")).isEqualTo("1.0");
        }
    }

    @Test
    void oneStoreServesManyThreads() throws IOException, InterruptedException, ExecutionException {
        Path store = folder.resolve("store");
        load(store, Generations.feeds(folder, 3));
        try (ExecutorService threads = Executors.newFixedThreadPool(8);
                AdvisoryStore opened = AdvisoryStores.open(store)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                String name = "package-" + i * 7 % 200;
                answers.add(threads.submit(() -> Generations.fix(opened, "npm", name)));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("1.3");
            }
        }
    }

    private static void load(Path store, Path feeds) {
        StoreImporter.importPaths(List.of(feeds), store, ImportProgress.none());
    }
}
