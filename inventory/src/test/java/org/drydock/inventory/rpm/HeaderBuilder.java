package org.drydock.inventory.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes package headers, sound ones and others. */
final class HeaderBuilder {
    static final int INT32 = 4;
    static final int STRING = 6;
    static final int STRING_ARRAY = 8;

    private final List<int[]> entries = new ArrayList<>();
    private final ByteArrayOutputStream store = new ByteArrayOutputStream();

    static HeaderBuilder of(String name, String version, String release) {
        return new HeaderBuilder()
                .string(RpmTag.NAME, name)
                .string(RpmTag.VERSION, version)
                .string(RpmTag.RELEASE, release);
    }

    /** A header of some size: a package with files in one directory. */
    static HeaderBuilder withFiles(String name, int files) {
        String[] names = new String[files];
        for (int i = 0; i < files; i++) {
            names[i] = "file-" + i;
        }
        return of(name, "1", "1")
                .string(RpmTag.ARCH, "x86_64")
                .strings(RpmTag.BASENAMES, names)
                .strings(RpmTag.DIRNAMES, "/usr/lib/" + name + "/")
                .ints(RpmTag.DIRINDEXES, new int[files]);
    }

    HeaderBuilder string(RpmTag tag, String text) {
        entry(tag, STRING, store.size(), 1);
        return text(text);
    }

    HeaderBuilder strings(RpmTag tag, String... texts) {
        entry(tag, STRING_ARRAY, store.size(), texts.length);
        for (String text : texts) {
            text(text);
        }
        return this;
    }

    HeaderBuilder ints(RpmTag tag, int... numbers) {
        while (store.size() % 4 != 0) {
            store.write(0);
        }
        entry(tag, INT32, store.size(), numbers.length);
        for (int number : numbers) {
            store.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
        }
        return this;
    }

    /** An entry of the index alone. */
    HeaderBuilder entry(RpmTag tag, int type, int offset, int count) {
        entries.add(new int[] {tag.number(), type, offset, count});
        return this;
    }

    byte[] build() {
        ByteBuffer header = ByteBuffer.allocate(8 + 16 * entries.size() + store.size());
        header.putInt(entries.size()).putInt(store.size());
        for (int[] entry : entries) {
            for (int field : entry) {
                header.putInt(field);
            }
        }
        return header.put(store.toByteArray()).array();
    }

    private HeaderBuilder text(String text) {
        store.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        store.write(0);
        return this;
    }
}
