package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.store.ByteReader.MalformedException;

/** Gives back what an {@link EntryWriter} took. */
interface EntryReader {
    long number() throws MalformedException;

    /** A number of things that take at least a byte each. */
    int count() throws MalformedException;

    String text() throws MalformedException;

    StoredVersion version() throws MalformedException;

    default List<String> texts() throws MalformedException {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }
}
