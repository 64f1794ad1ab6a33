package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.drydock.vuln.store.ByteReader.MalformedException;
import org.junit.jupiter.api.Test;

final class BlockCacheTest {
    @Test
    void letsGoOfWhatWasNotAskedFor() throws MalformedException {
        BlockCache cache = new BlockCache(5L * block(1).weight());
        BlockCache.Shelf shelf = cache.shelf(6);
        for (int number = 0; number < 5; number++) {
            shelf.put(number, block(1));
        }
        assertThat(shelf.get(0)).isNotNull();
        shelf.put(5, block(1));

        assertThat(shelf.get(0)).isNotNull();
        assertThat(shelf.get(1)).isNull();
        assertThat(shelf.get(5)).isNotNull();
        assertThat(cache.shelf(6).get(5)).isNull();
    }

    @Test
    void doesNotLetOneBlockPushOutAllOthers() throws MalformedException {
        BlockCache cache = new BlockCache(5L * block(1).weight());
        BlockCache.Shelf shelf = cache.shelf(2);
        shelf.put(0, block(1));
        shelf.put(1, block(100));

        assertThat(shelf.get(0)).isNotNull();
        assertThat(shelf.get(1)).isNull();
    }

    private static Block block(int entries) throws MalformedException {
        BlockWriter writer = new BlockWriter();
        IntStream.range(0, entries)
                .mapToObj(i -> new Entry.OfAlias("A-%03d".formatted(i), "B"))
                .forEach(entry -> writer.add(entry.key(), entry));
        return new Block(writer.facts(), String[]::new);
    }
}
