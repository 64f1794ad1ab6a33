package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.store.ByteReader.MalformedException;

/** Reads what {@link PooledWriter} wrote. */
final class PooledReader {
    private final ByteReader in;
    private final List<String> texts = new ArrayList<>();

    PooledReader(ByteReader in) {
        this.in = in;
    }

    long number() throws MalformedException {
        return in.number();
    }

    int count() throws MalformedException {
        return in.count();
    }

    String text() throws MalformedException {
        long number = in.number();
        if (number == 0) {
            String text = in.text();
            texts.add(text);
            return text;
        }
        if (number < 0 || number > texts.size()) {
            throw new MalformedException("a text is missing");
        }
        return texts.get((int) number - 1);
    }

    List<String> texts() throws MalformedException {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        List<String> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(text());
        }
        return list;
    }
}
