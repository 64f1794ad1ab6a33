package org.drydock.image;

import java.io.IOException;
import org.drydock.core.Diagnostic;

/** Sees each entry of one layer or directory once, in the order of the walk, from one thread. */
public interface EntryVisitor {
    /** An entry; {@code content} is empty for all but files. */
    void visit(FileEntry entry, EntryContent content) throws IOException;

    /** Something about the layer or the directory itself that the report must say. */
    void diagnostic(Diagnostic diagnostic);
}
