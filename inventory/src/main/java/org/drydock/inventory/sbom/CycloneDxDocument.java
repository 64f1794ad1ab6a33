package org.drydock.inventory.sbom;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.inventory.Distro;

/** What CycloneDX documents have in common, in JSON and XML: the distribution, and the layers of the target. */
final class CycloneDxDocument {
    /** Where readers leave a component's description among its properties. */
    static final String DESCRIPTION = "drydock:description";

    private static final String LAYER = "drydock:layer:";
    private static final String TRIVY_DIFF_ID = "aquasecurity:trivy:DiffID";

    private final Document document;
    private int trivyLayers;

    CycloneDxDocument(Document document) {
        this.document = document;
    }

    /** A property of the target that the document describes. */
    void targetProperty(String name, String value) {
        if (name.equals(TRIVY_DIFF_ID)) {
            document.layer(trivyLayers++, value);
        } else if (name.startsWith(LAYER)) {
            int colon = name.indexOf(':', LAYER.length());
            int index = colon < 0 ? -1 : Numbers.small(name.substring(LAYER.length(), colon));
            if (index >= 0 && name.endsWith(":diffId")) {
                document.layer(index, value);
            } else if (index >= 0 && name.endsWith(":createdBy")) {
                document.instruction(index, value);
            }
        }
    }

    void add(Component component) {
        if (component.kind().equals("operating-system")) {
            document.distro(distro(component));
        } else {
            document.add(component);
        }
    }

    private Distro distro(Component component) {
        String like = component.firstProperty("drydock:distro:idLike", "syft:distro:idLike:0");
        if (component.version().isEmpty()) {
            document.diagnostic(Diagnostic.note(
                    "distro-without-version", document.place(), "the operating system is given without a version"));
        }
        return new Distro(
                component.name(),
                like.isEmpty() ? List.of() : List.of(like.split(" ", -1)),
                component.version(),
                component.firstProperty("drydock:distro:codename", "syft:distro:versionCodename"),
                component.firstProperty(DESCRIPTION, "syft:distro:prettyName"));
    }
}
