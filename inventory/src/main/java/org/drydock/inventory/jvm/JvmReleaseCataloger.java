package org.drydock.inventory.jvm;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the {@code release} file that lies beside each Java virtual machine. Versions up to 8 are written as people do:
 * {@code 1.8.0_302} is {@code 8u302}.
 *
 * @see <a href="https://openjdk.org/jeps/223">JEP 223: New version-string scheme</a>
 */
public final class JvmReleaseCataloger implements Cataloger {
    private static final int MAX_BYTES = 1 << 20;
    private static final String OLD = "1.";

    @Override
    public String name() {
        return "jvm-release";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name("release"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (file.size() > MAX_BYTES) {
            return;
        }
        Map<String, String> values = new HashMap<>();
        ByteLines lines = new ByteLines(file.content());
        while (lines.next()) {
            int equals = lines.indexOf('=');
            if (equals > 0) {
                String value = lines.textFrom(equals + 1);
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                values.put(
                        lines.textFrom(0)
                                .substring(0, Math.min(equals, lines.textFrom(0).length())),
                        quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        String version = values.getOrDefault("JAVA_VERSION", "");
        if (!version.isEmpty()) {
            try (PackageListing listing = new PackageListing(PackageType.JVM, sink)) {
                String runtime = values.getOrDefault("JAVA_RUNTIME_VERSION", version);
                listing.add(product(values), displayed(version, runtime))
                        .architecture(values.getOrDefault("OS_ARCH", ""));
            }
        }
    }

    /** {@code 1.8.0_302} is {@code 8u302}; since 9, with the build where the runtime's version tells it: {@code 17.0.4.1+1}. */
    static String displayed(String version, String runtime) {
        if (version.startsWith(OLD)) {
            int underscore = version.indexOf('_');
            int dot = version.indexOf('.', OLD.length());
            int end = dot > 0 ? dot : underscore > 0 ? underscore : version.length();
            String update = underscore > 0 ? version.substring(underscore + 1) : "";
            return version.substring(OLD.length(), end) + (update.isEmpty() ? "" : "u" + update);
        }
        int plus = runtime.indexOf('+');
        int end = plus + 1;
        while (plus > 0 && end < runtime.length() && Character.isDigit(runtime.charAt(end))) {
            end++;
        }
        return plus > 0 && end > plus + 1 && runtime.startsWith(version)
                ? version + runtime.substring(plus, end)
                : version;
    }

    private static String product(Map<String, String> values) {
        if (values.containsKey("GRAALVM_VERSION")) {
            return "graalvm";
        }
        String implementor = values.getOrDefault("IMPLEMENTOR", "").toLowerCase(Locale.ROOT);
        if (implementor.startsWith("oracle")) {
            return values.getOrDefault("IMAGE_TYPE", "JDK").toLowerCase(Locale.ROOT);
        }
        return implementor.startsWith("azul") ? "zulu" : "openjdk";
    }
}
