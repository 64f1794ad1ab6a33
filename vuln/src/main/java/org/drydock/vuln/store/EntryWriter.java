package org.drydock.vuln.store;

import java.util.Collection;
import org.drydock.vuln.version.VersionScheme;

/** Takes the members of an {@link Entry}, one after the other. */
interface EntryWriter {
    EntryWriter number(long value);

    EntryWriter text(String text);

    /** A version as written. */
    EntryWriter version(VersionScheme scheme, String text);

    default EntryWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }
}
