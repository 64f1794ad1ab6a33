package org.drydock.policy.ignore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.drydock.policy.PolicyException;
import org.drydock.policy.text.Node;
import org.drydock.policy.text.Node.Mapping;
import org.drydock.policy.text.TomlReader;
import org.drydock.policy.text.YamlReader;

/** Reads files that set findings aside; the format is told by the name, else by the content. */
public final class IgnoreFiles {
    /** The names that are looked for in the working directory, beside Drydock's own file. */
    public static final List<String> NAMES = List.of(
            ".grype.yaml", "grype.yaml", ".trivyignore", ".trivyignore.yaml", ".trivyignore.yml", "osv-scanner.toml");

    static final int MAX_BYTES = 10 << 20;

    /** The TOML parser takes seconds for what the YAML parser reads at once. */
    private static final int MAX_TOML_BYTES = 1 << 20;

    private IgnoreFiles() {}

    /**
     * Reads the exceptions of Drydock's own file, {@code .drydock.yaml}.
     *
     * @throws PolicyException if it is not as documented
     */
    public static IgnoreFile readExceptions(Path file, String name) {
        return ExceptionReader.read(yaml(bytes(file, name), name));
    }

    /**
     * Reads a file in any of the formats.
     *
     * @param name what to call it in messages
     * @throws PolicyException if it cannot be read, or is of no known format
     */
    public static IgnoreFile read(Path file, String name) {
        return read(bytes(file, name), name);
    }

    static IgnoreFile read(byte[] text, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (last.endsWith(".toml")) {
            if (text.length > MAX_TOML_BYTES) {
                throw new PolicyException(name + ": larger than " + (MAX_TOML_BYTES >> 20) + " MiB");
            }
            return OsvScannerConfig.read(TomlReader.read(text, name));
        }
        if (last.endsWith(".yaml") || last.endsWith(".yml")) {
            return ofYaml(yaml(text, name), name);
        }
        if (!last.endsWith("ignore") && looksLikeYaml(text)) {
            return ofYaml(yaml(text, name), name);
        }
        return TrivyIgnoreLines.read(new String(text, StandardCharsets.UTF_8), name);
    }

    private static boolean looksLikeYaml(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.startsWith("exceptions:")
                        || line.startsWith("ignore:")
                        || line.startsWith("vulnerabilities:"));
    }

    private static IgnoreFile ofYaml(Mapping document, String name) {
        if (document.members().containsKey("exceptions")) {
            return ExceptionReader.read(document);
        }
        if (TrivyIgnoreYaml.SECTIONS.keySet().stream().anyMatch(document.members()::containsKey)) {
            return TrivyIgnoreYaml.read(document);
        }
        boolean grype = name.endsWith("grype.yaml") || name.endsWith("grype.yml");
        if (grype || document.members().containsKey("ignore")) {
            return GrypeIgnore.read(document);
        }
        if (document.members().isEmpty() || name.contains("trivyignore")) {
            return TrivyIgnoreYaml.read(document);
        }
        throw document.wrong("not a file of exceptions: expected one of exceptions (Drydock), ignore (Grype),"
                + " vulnerabilities (Trivy)");
    }

    private static Mapping yaml(byte[] text, String name) {
        Node document = YamlReader.read(text, name);
        return document.asMapping("the file");
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(MAX_BYTES + 1);
            if (text.length > MAX_BYTES) {
                throw new PolicyException(name + ": larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return text;
        } catch (IOException e) {
            throw new PolicyException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
