package org.drydock.runtime.field;

import java.util.List;
import java.util.Optional;
import org.drydock.runtime.event.Event;
import org.drydock.runtime.event.Octets;
import org.drydock.runtime.event.Parameter;
import org.drydock.runtime.event.ParameterType;
import org.drydock.runtime.event.Vocabulary;
import org.drydock.runtime.state.Descriptor;
import org.drydock.runtime.state.Observation;
import org.drydock.runtime.state.Process;
import org.drydock.runtime.state.Users;
import org.jspecify.annotations.Nullable;

/** Parameters of an event as people read them. */
final class EventText {
    private EventText() {}

    /** All parameters, {@code name=value} each. */
    static String all(Observation observation) {
        StringBuilder text = new StringBuilder();
        List<Parameter> parameters = observation.event.type().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String value = of(observation, i);
            text.append(parameters.get(i).name())
                    .append('=')
                    .append(value == null ? "NULL" : value)
                    .append(' ');
        }
        return text.toString();
    }

    /** One parameter; null if the event has none there. */
    static @Nullable String of(Observation observation, int index) {
        Event event = observation.event;
        if (index < 0 || index >= event.type().parameters().size() || !event.has(index)) {
            return null;
        }
        Parameter parameter = event.type().parameters().get(index);
        ParameterType type = parameter.type();
        if (!type.isNumber()) {
            return switch (type) {
                case TEXTS -> texts(event.bytes(index));
                case BYTES, SOCKET_ADDRESS, SOCKET_TUPLE -> event.bytes(index);
                default -> event.text(index);
            };
        }
        long value = event.number(index, type.isSigned());
        return switch (type) {
            case OCTAL -> "0" + Long.toOctalString(value);
            case HEX -> Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
            case ERRNO -> value < 0 ? Long.toString(value) + "(" + Event.resultName(value) + ")" : Long.toString(value);
            case DESCRIPTOR -> descriptor(observation, value);
            case FLAGS -> Vocabulary.flags(parameter.vocabulary(), value);
            case ENUM -> {
                String name = Vocabulary.name(parameter.vocabulary(), value);
                yield name.isEmpty() ? Long.toString(value) : name;
            }
            case UID -> uid(observation, (int) value);
            default -> type.isSigned() ? Long.toString(value) : Long.toUnsignedString(value);
        };
    }

    private static String texts(String bytes) {
        String all = bytes.endsWith("\0") ? bytes.substring(0, bytes.length() - 1) : bytes;
        return all.replace('\0', ' ');
    }

    private static String uid(Observation observation, int uid) {
        Optional<String> name =
                observation.users.user(Integer.toUnsignedLong(uid)).map(Users.User::name);
        return uid == -1 ? "<NA>" : name.orElse(Integer.toUnsignedString(uid));
    }

    private static String descriptor(Observation observation, long number) {
        if (number < 0) {
            return Event.resultName(number).startsWith("E")
                    ? number + "(" + Event.resultName(number) + ")"
                    : "" + number;
        }
        Process process = observation.process();
        Descriptor known = process == null ? null : process.descriptors().get(number);
        if (known == null) {
            return Long.toString(number);
        }
        String name = known.name == null ? "" : known.name;
        return number + "(<" + known.kind.character() + ">" + Octets.decode(name) + ")";
    }
}
