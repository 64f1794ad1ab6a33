package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BlockCacheTest {
    @Test
    void letsGoOfWhatWasNotAskedForLongest() {
        BlockCache cache = new BlockCache(1000);
        int segment = cache.segment();
        for (int block = 0; block < 5; block++) {
            cache.put(segment, block, new byte[200]);
        }
        assertThat(cache.get(segment, 0)).isPresent();
        cache.put(segment, 5, new byte[200]);

        assertThat(cache.get(segment, 0)).isPresent();
        assertThat(cache.get(segment, 1)).isEmpty();
        assertThat(cache.get(segment, 5)).isPresent();
        assertThat(cache.get(cache.segment(), 5)).isEmpty();
    }

    @Test
    void doesNotLetOneBlockPushOutAllOthers() {
        BlockCache cache = new BlockCache(1000);
        int segment = cache.segment();
        cache.put(segment, 0, new byte[10]);
        cache.put(segment, 1, new byte[900]);

        assertThat(cache.get(segment, 0)).isPresent();
        assertThat(cache.get(segment, 1)).isEmpty();
    }
}
