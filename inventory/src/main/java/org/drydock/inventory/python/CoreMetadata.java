package org.drydock.inventory.python;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.drydock.inventory.text.ByteLines;

/**
 * The headers of a metadata file, as far as the catalog needs them; what is not stated is empty.
 *
 * @param licenses the licence expression if there is one, else the licence if it is one line, else the classifiers
 */
record CoreMetadata(String name, String version, List<String> licenses) {
    private static final int MAX_CLASSIFIERS = 50;
    private static final String LICENSE_CLASSIFIER = "License ::";
    private static final String SEPARATOR = "::";

    CoreMetadata {
        licenses = List.copyOf(licenses);
    }

    /** Reads up to the first blank line: what follows is the description. */
    static CoreMetadata read(ByteBuffer content) {
        return new Headers().read(new ByteLines(content));
    }

    private static final class Headers {
        private final List<String> classifiers = new ArrayList<>();
        private String name = "";
        private String version = "";
        private String license = "";
        private String expression = "";
        private boolean lastWasLicense;

        CoreMetadata read(ByteLines lines) {
            while (lines.next() && !lines.isBlank()) {
                if (lines.isIndented()) {
                    if (lastWasLicense) {
                        license = "";
                    }
                    continue;
                }
                int colon = lines.indexOf(':');
                lastWasLicense = colon > 0 && lines.isName(colon, "License");
                if (colon > 0) {
                    header(lines, colon);
                }
            }
            return new CoreMetadata(name, version, licenses());
        }

        private void header(ByteLines lines, int colon) {
            if (lastWasLicense) {
                license = lines.textFrom(colon + 1);
            } else if (name.isEmpty() && lines.isName(colon, "Name")) {
                name = lines.textFrom(colon + 1);
            } else if (version.isEmpty() && lines.isName(colon, "Version")) {
                version = lines.textFrom(colon + 1);
            } else if (lines.isName(colon, "License-Expression")) {
                expression = lines.textFrom(colon + 1);
            } else if (lines.isName(colon, "Classifier")) {
                classifier(lines.textFrom(colon + 1));
            }
        }

        /** {@code License :: OSI Approved :: MIT License} states {@code MIT License}. */
        private void classifier(String text) {
            if (text.startsWith(LICENSE_CLASSIFIER) && classifiers.size() < MAX_CLASSIFIERS) {
                String last = text.substring(text.lastIndexOf(SEPARATOR) + SEPARATOR.length())
                        .strip();
                if (!last.isEmpty() && !last.equals("OSI Approved")) {
                    classifiers.add(last);
                }
            }
        }

        private List<String> licenses() {
            if (!expression.isEmpty()) {
                return List.of(expression);
            }
            if (!license.isEmpty() && !license.equals("UNKNOWN")) {
                return List.of(license);
            }
            return classifiers;
        }
    }
}
