package org.drydock.policy.vex;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One statement.
 *
 * @param ids the vulnerability's ids
 * @param products what it is about; empty if it names nothing that can be recognised
 * @param justification why something is not affected, in the document's word; empty if not stated
 * @param text what else is said, empty if nothing
 * @param author who says it, empty if not stated
 * @param time since when it is true, as stated
 * @param origin the document and the place in it
 */
record VexStatement(
        Set<String> ids,
        List<VexProduct> products,
        VexStatus status,
        String justification,
        String text,
        String author,
        Instant time,
        String origin) {
    VexStatement {
        ids = Set.copyOf(ids);
        products = List.copyOf(products);
    }
}
