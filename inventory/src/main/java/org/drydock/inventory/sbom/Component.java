package org.drydock.inventory.sbom;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that a document lists, whatever its format.
 *
 * @param kind CycloneDX's word for what it is, for example {@code library}
 * @param group empty if the format or the component has none
 * @param purl empty if none is stated
 * @param properties by name, the first of each
 * @param paths where it was seen, as far as the format has a place for that
 * @param hashes by algorithm, as the format writes it
 * @param place where in the document it stands
 */
record Component(
        String kind,
        String group,
        String name,
        String version,
        String purl,
        List<String> licenses,
        Map<String, String> properties,
        List<String> paths,
        Map<String, String> hashes,
        String place) {
    Component {
        licenses = List.copyOf(licenses);
        properties = java.util.Collections.unmodifiableMap(new TreeMap<>(properties));
        paths = List.copyOf(paths);
        hashes = Map.copyOf(hashes);
    }

    /** A property's value, empty if there is none. */
    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    /** The first of some properties that has a value. */
    String firstProperty(String... names) {
        for (String name : names) {
            String value = property(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
