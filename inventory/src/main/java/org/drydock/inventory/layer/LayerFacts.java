package org.drydock.inventory.layer;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;

/**
 * Everything one layer (or one directory tree) tells, independent of the layers around it.
 *
 * @param files those that a cataloger read, sorted by path
 * @param links links whose own path a cataloger asks for, or that such a path may lead through; sorted by path
 * @param entries all paths that are no directories
 * @param directories all paths of directories
 * @param whiteouts paths that the layer removes from those below
 * @param opaque directories whose content below the layer removes
 * @param diagnostics about the layer itself
 * @param walkedFiles how many regular files it has
 * @param bytes its uncompressed size
 * @param complete whether all of it was examined: only then may it be kept
 */
public record LayerFacts(
        List<FileFacts> files,
        List<Link> links,
        PathSet entries,
        PathSet directories,
        PathSet whiteouts,
        PathSet opaque,
        List<Diagnostic> diagnostics,
        long walkedFiles,
        long bytes,
        boolean complete) {
    public LayerFacts {
        files = List.copyOf(files);
        links = List.copyOf(links);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Facts of single files of a layer, without those of the layer itself. */
    static LayerFacts ofFiles(List<FileFacts> files) {
        return new LayerFacts(
                files, List.of(), PathSet.EMPTY, PathSet.EMPTY, PathSet.EMPTY, PathSet.EMPTY, List.of(), 0, 0, true);
    }

    /**
     * A link.
     *
     * @param target as written
     * @param hard whether the target is a path from the root, not from the link
     */
    public record Link(ImagePath path, String target, boolean hard) {}
}
