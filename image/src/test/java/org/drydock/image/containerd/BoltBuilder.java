package org.drydock.image.containerd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes small bbolt databases: the root on a page of its own, all buckets below inline. */
final class BoltBuilder {
    static final int PAGE = 4096;

    private BoltBuilder() {}

    /** Of maps (buckets) and strings (values). */
    static byte[] database(Map<String, ?> root) {
        ByteBuffer file = ByteBuffer.allocate(4 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        for (int meta = 0; meta < 2; meta++) {
            int at = meta * PAGE;
            file.putLong(at, meta).putShort(at + 8, (short) 4);
            file.putInt(at + 16, 0xED0CDAED).putInt(at + 20, 2).putInt(at + 24, PAGE);
            file.putLong(at + 32, 3).putLong(at + 48, 2).putLong(at + 56, 4).putLong(at + 64, meta);
            byte[] body = new byte[56];
            file.get(at + 16, body);
            file.putLong(at + 72, BoltFile.fnv(body, 56));
        }
        byte[] leaf = leaf(root);
        ByteBuffer.wrap(leaf).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 3);
        file.position(3 * PAGE).put(ByteBuffer.wrap(leaf).order(ByteOrder.LITTLE_ENDIAN));
        file.putLong(3 * PAGE, 3);
        return file.array();
    }

    private static byte[] leaf(Map<String, ?> entries) {
        List<byte[]> keys = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        List<Boolean> buckets = new ArrayList<>();
        int size = 16 + 16 * entries.size();
        for (Map.Entry<String, ?> entry : entries.entrySet()) {
            boolean bucket = entry.getValue() instanceof Map;
            byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
            byte[] value = entry.getValue() instanceof Map<?, ?> map
                    ? inline(strings(map))
                    : entry.getValue().toString().getBytes(StandardCharsets.UTF_8);
            keys.add(key);
            values.add(value);
            buckets.add(bucket);
            size += key.length + value.length;
        }
        ByteBuffer page = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        page.putShort(8, (short) 2).putShort(10, (short) entries.size());
        int at = 16 + 16 * entries.size();
        for (int i = 0; i < keys.size(); i++) {
            int element = 16 + 16 * i;
            page.putInt(element, buckets.get(i) ? 1 : 0).putInt(element + 4, at - element);
            page.putInt(element + 8, keys.get(i).length).putInt(element + 12, values.get(i).length);
            page.put(at, keys.get(i)).put(at + keys.get(i).length, values.get(i));
            at += keys.get(i).length + values.get(i).length;
        }
        return page.array();
    }

    private static byte[] inline(Map<String, ?> map) {
        byte[] leaf = leaf(map);
        return ByteBuffer.allocate(16 + leaf.length).position(16).put(leaf).array();
    }

    private static Map<String, ?> strings(Map<?, ?> map) {
        Map<String, Object> strings = new java.util.TreeMap<>();
        map.forEach((key, value) -> strings.put(String.valueOf(key), java.util.Objects.requireNonNull(value)));
        return strings;
    }
}
