package org.drydock.cli;

import java.nio.file.Path;
import picocli.CommandLine.ParseResult;

/**
 * Where advisory data and what belongs to it lie.
 *
 * @param store the advisory store
 * @param updates what was fetched, and what is known of it
 * @param bundles which bundles were installed
 */
record DbFolders(Path store, Path updates, Path bundles) {
    static DbFolders of(ParseResult arguments, Surroundings surroundings) {
        Path cache = Options.cacheDirectory(arguments, surroundings);
        return new DbFolders(
                Options.storeDirectory(arguments, surroundings), cache.resolve("feeds"), cache.resolve("bundles"));
    }
}
