package org.drydock.inventory.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.inventory.Distro;
import org.jspecify.annotations.Nullable;

/** What a reader takes from a document, before it becomes an inventory. */
final class Document {
    private static final int MAX_COMPONENTS = 2_000_000;

    private final String place;
    private final List<Component> components = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Layers by their place in the image, as far as the document tells. */
    private final TreeMap<Integer, Digest> layers = new TreeMap<>();

    private final TreeMap<Integer, String> instructions = new TreeMap<>();
    private @Nullable Distro distro;

    Document(String place) {
        this.place = place;
    }

    /** The document's name, for messages. */
    String place() {
        return place;
    }

    void add(Component component) {
        if (components.size() == MAX_COMPONENTS) {
            throw new SbomException(place + ": more than " + MAX_COMPONENTS + " components");
        }
        components.add(component);
    }

    /** The first distribution that is told counts. */
    void distro(Distro told) {
        if (distro == null && !told.id().isEmpty()) {
            distro = told;
        }
    }

    /** A layer; text that is no digest tells nothing. */
    void layer(int index, String diffId) {
        try {
            layers.put(index, Digest.parse(diffId));
        } catch (IllegalArgumentException e) {
            diagnostics.add(Diagnostic.warning("malformed-digest", place, "a layer's digest is malformed"));
        }
    }

    void instruction(int index, String createdBy) {
        instructions.put(index, createdBy);
    }

    void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    List<Component> components() {
        return components;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Nullable
    Distro distro() {
        return distro;
    }

    SortedMap<Integer, Digest> layers() {
        return layers;
    }

    String instruction(int index) {
        return instructions.getOrDefault(index, "");
    }
}
