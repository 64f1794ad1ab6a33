package org.drydock.inventory;

import java.util.List;

/**
 * Reads one kind of file that tells of packages. What it says depends on that one file alone, never on others or on the
 * layer, so that it can be kept by the layer's digest and joined later.
 *
 * <p>A file that cannot be read as it should ends in a diagnostic through {@link CatalogSink}, beside whatever could be
 * read of it; an exception becomes one too.
 */
public interface Cataloger {
    /** Kebab case, unique; part of the key under which results are kept. */
    String name();

    /** To be raised with every change of what this cataloger yields: kept results expire by it. */
    int version();

    /** The files it wants. A file may go to several catalogers. */
    List<Selector> selectors();

    /** Whether the files say what is there, or what is wanted. */
    default Evidence evidence() {
        return Evidence.INSTALLED;
    }

    /** Says what {@code file} tells. */
    void catalog(CandidateFile file, CatalogSink sink);
}
