package org.drydock.inventory.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Licences in a bundle's manifest: {@code Apache-2.0;link="https://...",MIT}.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html#framework.module.bundlelicense">
 *     Bundle-License</a>
 */
final class BundleLicense {
    private static final int MAX_LENGTH = 1024;
    private static final int MAX_NAMES = 16;

    private BundleLicense() {}

    static List<String> names(JarManifest manifest) {
        String header = manifest.get("Bundle-License");
        List<String> names = new ArrayList<>();
        boolean quoted = false;
        boolean inName = true;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < Math.min(header.length(), MAX_LENGTH) && names.size() < MAX_NAMES; i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                keep(name, names);
                inName = true;
            } else if (c == ';' && !quoted) {
                inName = false;
            } else if (inName) {
                name.append(c);
            }
        }
        keep(name, names);
        return names;
    }

    private static void keep(StringBuilder name, List<String> names) {
        String text = name.toString().strip();
        if (!text.isEmpty()) {
            names.add(text);
        }
        name.setLength(0);
    }
}
