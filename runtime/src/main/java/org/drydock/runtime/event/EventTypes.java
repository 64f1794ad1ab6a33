package org.drydock.runtime.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every type of event that is understood, by code and by name. The codes are those of the Falco drivers' event table,
 * which never renumbers; a name can have several types: older and newer layouts.
 *
 * @see <a href="https://github.com/falcosecurity/libs/tree/master/driver">the drivers' event schema</a>
 */
public final class EventTypes {
    /** One more than the highest code. */
    public static final int CODES = 454;

    private static final @Nullable EventType[] BY_CODE = new EventType[CODES];
    private static final List<EventType> ALL = read();
    private static final Set<String> PARAMETERS = parameterNames();

    private EventTypes() {}

    /** All types, by code. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type of a code; empty if it is not known. */
    public static Optional<EventType> of(int code) {
        return code < 0 || code >= CODES ? Optional.empty() : Optional.ofNullable(BY_CODE[code]);
    }

    /** Whether some type of event has a parameter of the name. */
    public static boolean hasParameter(String name) {
        return PARAMETERS.contains(name);
    }

    private static List<EventType> read() {
        List<EventType> types = new ArrayList<>();
        try (InputStream table = EventTypes.class.getResourceAsStream("event-types.txt")) {
            String text = new String(java.util.Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    EventType type = type(line.strip().split(" +", -1));
                    BY_CODE[type.code()] = type;
                    types.add(type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(types);
    }

    private static EventType type(String[] words) {
        List<Parameter> parameters =
                Arrays.stream(words, 2, words.length).map(EventTypes::parameter).toList();
        return new EventType(Integer.parseInt(words[0]), words[1], parameters);
    }

    private static Parameter parameter(String word) {
        String[] parts = word.split(":", -1);
        return new Parameter(
                parts[0], ParameterType.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts.length > 2 ? parts[2] : "");
    }

    private static Set<String> parameterNames() {
        Set<String> names = new HashSet<>();
        ALL.forEach(type -> type.parameters().forEach(p -> names.add(p.name())));
        return Set.copyOf(names);
    }
}
