package org.drydock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.drydock.core.DrydockException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that the command line does not give: the environment variable {@code DRYDOCK_…}, else
 * {@code .drydock.yaml} in the working directory, there first below the command's name, then at the top.
 */
final class Defaults implements IDefaultValueProvider {
    private static final String FILE = ".drydock.yaml";
    private static final int MAX_BYTES = 1 << 20;

    private final Surroundings surroundings;
    private final Map<?, ?> settings;

    private Defaults(Surroundings surroundings, Map<?, ?> settings) {
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
        Object ofVerb = settings.get(option.command().name()) instanceof Map<?, ?> own ? own.get(name) : null;
        return text(ofVerb == null ? settings.get(name) : ofVerb);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value == null || value instanceof Map ? null : value.toString();
    }

    private static Map<?, ?> read(Path path) {
        if (!Files.isRegularFile(path)) {
            return Map.of();
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new DrydockException(FILE + ": larger than " + MAX_BYTES + " bytes");
            }
            Object document = new Load(LoadSettings.builder().setLabel(FILE).build())
                    .loadFromString(Files.readString(path, StandardCharsets.UTF_8));
            if (document instanceof Map<?, ?> settings) {
                return settings;
            }
            if (document == null) {
                return Map.of();
            }
            throw new DrydockException(FILE + ": a mapping of option names to values was expected");
        } catch (YamlEngineException e) {
            throw new DrydockException(
                    FILE + ": " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        } catch (IOException e) {
            throw new DrydockException(FILE + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
