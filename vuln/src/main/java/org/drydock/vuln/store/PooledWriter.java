package org.drydock.vuln.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Writes each text once; where it comes again, its number stands for it. */
final class PooledWriter {
    private final ByteWriter out;
    private final Map<String, Integer> numbers = new HashMap<>();

    PooledWriter(ByteWriter out) {
        this.out = out;
    }

    PooledWriter number(long value) {
        out.number(value);
        return this;
    }

    PooledWriter text(String text) {
        Integer number = numbers.get(text);
        if (number != null) {
            out.number(number);
        } else {
            numbers.put(text, numbers.size() + 1);
            out.number(0).text(text);
        }
        return this;
    }

    PooledWriter texts(Collection<String> texts) {
        out.number(texts.size());
        texts.forEach(this::text);
        return this;
    }
}
