package org.drydock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drydock.core.DrydockException;
import org.drydock.policy.text.Node;
import org.drydock.policy.text.Node.Mapping;
import org.drydock.policy.text.Node.Scalar;
import org.drydock.policy.text.Node.Sequence;
import org.drydock.policy.text.YamlReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that the command line does not give: the environment variable {@code DRYDOCK_…}, else
 * {@code .drydock.yaml} in the working directory, there first below the command's name, then at the top.
 */
final class Defaults implements IDefaultValueProvider {
    static final String FILE = ".drydock.yaml";
    private static final int MAX_BYTES = 10 << 20;

    private final Surroundings surroundings;
    private final Mapping settings;

    private Defaults(Surroundings surroundings, Mapping settings) {
        this.surroundings = surroundings;
        this.settings = settings;
    }

    /**
     * Reads the file, if there is one.
     *
     * @throws DrydockException if it cannot be read
     */
    static Defaults read(Surroundings surroundings) {
        return new Defaults(surroundings, read(surroundings.directory().resolve(FILE)));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = option.longestName().replaceFirst("^-+", "");
        String variable = "DRYDOCK_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = surroundings.environment().get(variable);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        Node ofVerb = settings.get(option.command().name()) instanceof Mapping own ? own.get(name) : null;
        return text(ofVerb == null ? settings.get(name) : ofVerb);
    }

    /** A mapping in the file of names to a text or a list of texts; empty if there is none. */
    Map<String, List<String>> texts(String name) {
        Map<String, List<String>> texts = new TreeMap<>();
        if (settings.get(name) instanceof Mapping mapping) {
            mapping.members().keySet().forEach(member -> texts.put(member, mapping.texts(member)));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Node value) {
        if (value instanceof Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Sequence list
                ? list.elements().stream().map(e -> e.asText("an element")).collect(Collectors.joining(","))
                : null;
    }

    private static Mapping read(Path path) {
        if (!Files.isRegularFile(path)) {
            return new Mapping(Map.of(), FILE);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] text = in.readNBytes(MAX_BYTES + 1);
            if (text.length > MAX_BYTES) {
                throw new DrydockException(FILE + ": larger than " + MAX_BYTES + " bytes");
            }
            return YamlReader.read(text, FILE).asMapping("the file");
        } catch (IOException e) {
            throw new DrydockException(FILE + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
