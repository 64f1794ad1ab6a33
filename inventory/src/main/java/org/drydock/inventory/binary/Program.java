package org.drydock.inventory.binary;

import java.util.List;

/**
 * A program or library, and how to know it.
 *
 * @param name of the package
 * @param products {@code vendor:product} of the CPE dictionary, the usual one first; empty if there is none
 * @param files names that it goes by
 * @param statements patterns that state the version in words that only this program has
 * @param hints patterns with a version that may be another one's: they count beside others, or beside a mark
 * @param marks patterns without version that this program has
 * @param objections patterns that this program has not: it only goes by the same name
 * @param verified on which real files the patterns were tried; empty if on none
 */
record Program(
        String name,
        List<String> products,
        List<NameGlob> files,
        List<BytePattern> statements,
        List<BytePattern> hints,
        List<BytePattern> marks,
        List<BytePattern> objections,
        String verified) {
    Program {
        products = List.copyOf(products);
        files = List.copyOf(files);
        statements = List.copyOf(statements);
        hints = List.copyOf(hints);
        marks = List.copyOf(marks);
        objections = List.copyOf(objections);
    }
}
