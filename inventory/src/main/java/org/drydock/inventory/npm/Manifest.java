package org.drydock.inventory.npm;

import java.util.ArrayList;
import java.util.List;
import org.drydock.json.JsonValue;

/** Takes what the catalog needs from the members of a {@code package.json}; what is not there is empty. */
final class Manifest {
    /** The registry allows 214 characters for a name. */
    private static final int MAX_NAME = 512;

    private static final int MAX_VERSION = 512;
    private static final int MAX_LICENSES = 20;
    private static final int MAX_LICENSE = 1024;

    private final List<String> licenses = new ArrayList<>();
    private String name = "";
    private String version = "";

    void member(String key, JsonValue value) {
        switch (key) {
            case "name" -> name = packageName(value.text("").strip());
            case "version" -> version = bounded(value.text("").strip(), MAX_VERSION);
            case "license" -> license(value);
            case "licenses" -> {
                value.elements().forEach(this::license);
                license(value);
            }
            default -> {
                // everything else is of no use here
            }
        }
    }

    /** With scope; empty if none is stated that a package could have. */
    String name() {
        return name;
    }

    String version() {
        return version;
    }

    List<String> licenses() {
        return List.copyOf(licenses);
    }

    /** A licence is a text, or as of old an object with a type. */
    private void license(JsonValue value) {
        String stated = value.text(value.get("type").text("")).strip();
        if (!stated.isEmpty()
                && stated.length() <= MAX_LICENSE
                && licenses.size() < MAX_LICENSES
                && !licenses.contains(stated)) {
            licenses.add(stated);
        }
    }

    private static String packageName(String stated) {
        int slash = stated.indexOf('/');
        boolean halfScoped = slash == 0 || slash == stated.length() - 1 || stated.equals("@");
        return halfScoped ? "" : bounded(stated, MAX_NAME);
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : "";
    }
}
