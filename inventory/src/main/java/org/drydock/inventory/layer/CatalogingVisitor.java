package org.drydock.inventory.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.image.EntryContent;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.Scratch;
import org.drydock.image.WalkTotals;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;

/** Shows the files that catalogers want to them, and notes of all others no more than that they are there. */
final class CatalogingVisitor implements EntryVisitor, AutoCloseable {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final String AUFS = ".wh..wh.";

    private final SelectorIndex selectors;
    private final Limits limits;
    private final String place;
    private final boolean layered;
    private final Scratch scratch;
    private final Map<ImagePath, FileFacts> files = new HashMap<>();
    private final Map<ImagePath, LayerFacts.Link> links = new HashMap<>();
    private final PathSet.Builder entries = new PathSet.Builder();
    private final PathSet.Builder directories = new PathSet.Builder();
    private final PathSet.Builder whiteouts = new PathSet.Builder();
    private final PathSet.Builder opaque = new PathSet.Builder();
    private final BoundedDiagnostics diagnostics = new BoundedDiagnostics();

    /**
     * Begins without facts.
     *
     * @param place names the layer or the tree in diagnostics
     * @param layered whether whiteouts and replacements matter: then all paths are noted
     */
    CatalogingVisitor(SelectorIndex selectors, Limits limits, String place, boolean layered) {
        this.selectors = selectors;
        this.limits = limits;
        this.place = place;
        this.layered = layered;
        this.scratch = new Scratch(limits);
    }

    @Override
    public void visit(FileEntry entry, EntryContent content) throws IOException {
        ImagePath path = entry.path();
        if (layered && noteLayering(entry)) {
            return;
        }
        files.remove(path);
        links.remove(path);
        switch (entry.type()) {
            case FILE -> catalog(entry, content);
            case SYMLINK, HARDLINK -> noteLink(entry);
            case DIRECTORY, OTHER -> {}
        }
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** All facts of the walk that ended so. */
    LayerFacts facts(WalkTotals totals) {
        resolveHardLinks();
        List<FileFacts> sortedFiles = new ArrayList<>(files.values());
        sortedFiles.sort(java.util.Comparator.comparing(FileFacts::path));
        List<LayerFacts.Link> sortedLinks = new ArrayList<>(links.values());
        sortedLinks.sort(java.util.Comparator.comparing(LayerFacts.Link::path));
        return new LayerFacts(
                sortedFiles,
                sortedLinks,
                entries.build(),
                directories.build(),
                whiteouts.build(),
                opaque.build(),
                diagnostics.list(),
                totals.files(),
                totals.bytes(),
                totals.complete());
    }

    @Override
    public void close() {
        scratch.close();
    }

    /** Notes what the entry means for the layers below; true if it is no more than a mark. */
    private boolean noteLayering(FileEntry entry) {
        String name = entry.path().name();
        if (name.startsWith(WHITEOUT)) {
            if (name.equals(OPAQUE)) {
                opaque.add(PathHash.of(entry.path().parent().value()));
            } else if (!name.startsWith(AUFS) && name.length() > WHITEOUT.length()) {
                String hidden = name.substring(WHITEOUT.length());
                ImagePath.parse(entry.path().parent().value() + "/" + hidden)
                        .ifPresent(path -> whiteouts.add(PathHash.of(path.value())));
            }
            return true;
        }
        long hash = PathHash.of(entry.path().value());
        switch (entry.type()) {
            case DIRECTORY -> directories.add(hash);
            case FILE, SYMLINK, HARDLINK, OTHER -> entries.add(hash);
        }
        return false;
    }

    private void noteLink(FileEntry entry) {
        ImagePath path = entry.path();
        if (selectors.byPath(path) != 0 || selectors.leadsToExactPath(path)) {
            boolean hard = entry.type() == org.drydock.image.EntryType.HARDLINK;
            links.put(path, new LayerFacts.Link(path, entry.linkTarget(), hard));
        }
    }

    /** A hard link to a file that came before is that file under another name. */
    private void resolveHardLinks() {
        for (LayerFacts.Link link : List.copyOf(links.values())) {
            if (!link.hard()) {
                continue;
            }
            FileFacts target = ImagePath.parse(link.target()).map(files::get).orElse(null);
            if (target != null) {
                files.put(link.path(), target.at(link.path()));
                links.remove(link.path());
            }
        }
    }

    private void catalog(FileEntry entry, EntryContent content) throws IOException {
        long wanted = selectors.byPath(entry.path());
        boolean program = false;
        if (entry.size() >= MIN_HEAD) {
            ByteBuffer head = content.head(Selector.HeadTest.BYTES);
            wanted |= selectors.byHead(head, entry.size());
            program = ElfProgram.is(head);
        }
        if (wanted != 0) {
            FileFacts facts = catalog(entry.path(), entry.size(), content, wanted);
            files.put(entry.path(), program ? facts.asProgram() : facts);
        } else if (program) {
            files.put(entry.path(), FileFacts.unreadProgram(entry.path()));
        }
    }

    /** No file that tells of packages by its beginning is smaller. */
    private static final int MIN_HEAD = 64;

    /** Has the catalogers in {@code wanted} read a file. */
    FileFacts catalog(ImagePath path, long size, EntryContent content, long wanted) throws IOException {
        FactsSink sink = new FactsSink(path);
        try {
            if (size > limits.fileBytes()) {
                throw new LimitExceededException(size + " bytes are more than the limit of " + limits.fileBytes());
            }
            ByteBuffer bytes = scratch.hold(content.stream(), limits.fileBytes(), "the file");
            CandidateFile file = new CandidateFile(path, bytes, limits, scratch);
            for (int i = 0; i < selectors.catalogers().size(); i++) {
                if ((wanted & 1L << i) != 0) {
                    run(selectors.catalogers().get(i), file, sink);
                }
            }
        } catch (LimitExceededException e) {
            sink.diagnostic(Diagnostic.Level.NOT_EXAMINED, "file-too-large", "", e.getMessage() + "; not examined");
        } finally {
            scratch.release();
        }
        return sink.facts();
    }

    private static void run(Cataloger cataloger, CandidateFile file, FactsSink sink) {
        try {
            cataloger.catalog(file, sink);
        } catch (RuntimeException | StackOverflowError e) {
            sink.diagnostic(
                    Diagnostic.Level.NOT_EXAMINED,
                    "cataloger-failed",
                    "",
                    "the " + cataloger.name() + " cataloger stopped: " + e + "; the file was not examined to its end");
        }
    }

    String place() {
        return place;
    }
}
