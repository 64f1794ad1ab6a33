package org.drydock.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** H2's MVStore: a map of statements by package and record, a map of records, and one of aliases, all compressed. */
final class MvStoreEngine implements StoreComparison.Engine {
    private final MVStore store;
    private final MVMap<String, String> statements;

    MvStoreEngine(Path file) {
        store = new MVStore.Builder()
                .fileName(file.toString())
                .readOnly()
                .compressHigh()
                .open();
        statements = store.openMap("statements");
    }

    static void write(Path file, List<Advisory> records) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .compressHigh()
                .autoCommitDisabled()
                .open();
        MVMap<String, String> statements = store.openMap("statements");
        MVMap<String, String> texts = store.openMap("texts");
        MVMap<String, String> aliases = store.openMap("aliases");
        int number = 0;
        for (Advisory record : records) {
            number++;
            texts.put(
                    record.id() + '\0' + number,
                    String.join(
                            "\0",
                            record.summary(),
                            Texts.ratings(record.ratings()),
                            String.join(" ", record.references()),
                            record.published(),
                            record.modified()));
            for (String alias : record.aliases()) {
                aliases.put(alias + '\0' + number, record.id());
            }
            for (Affected affected : record.affected()) {
                statements.put(
                        affected.namespace() + '\0' + affected.name() + '\0' + record.id() + '\0' + statements.size(),
                        String.join(
                                "\0",
                                String.join(" ", record.aliases()),
                                String.join(" ", record.related()),
                                affected.status().word(),
                                Texts.ranges(affected.ranges()),
                                String.join(" ", affected.versions()),
                                String.valueOf(affected.module()),
                                Texts.ratings(affected.ratings())));
            }
        }
        store.commit();
        store.close(10_000);
    }

    @Override
    public int ask(String namespace, String name) {
        String subject = namespace + '\0' + name + '\0';
        int found = 0;
        var cursor = statements.cursor(subject);
        while (cursor.hasNext() && cursor.next().startsWith(subject)) {
            cursor.getValue();
            found++;
        }
        return found;
    }

    @Override
    public void close() {
        store.closeImmediately();
    }
}
