package org.drydock.runtime.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All fields that conditions and outputs may name. */
public final class Fields {
    private static final Map<String, FieldDefinition> BY_NAME = collect();

    private Fields() {}

    private static Map<String, FieldDefinition> collect() {
        Map<String, FieldDefinition> all = new TreeMap<>();
        for (List<FieldDefinition> room : List.of(
                EventFields.all(),
                DescriptorFields.all(),
                ProcessFields.all(),
                UserFields.all(),
                ContainerFields.all(),
                AuditFields.all())) {
            for (FieldDefinition field : room) {
                if (all.put(field.name(), field) != null) {
                    throw new IllegalStateException(field.name() + " is defined twice");
                }
            }
        }
        return all;
    }

    /** All of them, by name. */
    public static List<FieldDefinition> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** Whether there is a field of the name. */
    public static boolean exists(String name) {
        return BY_NAME.containsKey(name) || parameterOf(name).isPresent();
    }

    /**
     * The field that a rule names.
     *
     * @param name the name, without brackets
     * @param argument what stands in the brackets; empty if there are none
     * @throws UnknownFieldException if there is no such field, or it cannot have the argument
     */
    public static Field resolve(String name, Optional<String> argument) {
        FieldDefinition definition = BY_NAME.get(name);
        if (definition == null) {
            Optional<Field> parameter = argument.isEmpty() ? parameterOf(name) : Optional.empty();
            return parameter.orElseThrow(
                    () -> new UnknownFieldException("filter_check called with nonexistent field " + name));
        }
        String key = argument.orElse("");
        check(definition, argument);
        Quantity quantity = argument.isPresent() ? Quantity.ONE : definition.bareQuantity();
        String text = argument.isPresent() ? name + "[" + key + "]" : name;
        FieldType type = definition.type();
        if (name.equals("evt.rawarg")) {
            type = EventFields.rawType(key);
        }
        return new Field(text, key, type, quantity, definition);
    }

    /** {@code evt.arg.NAME} is {@code evt.arg[NAME]}, and {@code evt.rawarg} likewise. */
    private static Optional<Field> parameterOf(String name) {
        for (String before : List.of("evt.arg.", "evt.rawarg.", "evt.type.is.")) {
            if (name.startsWith(before) && name.length() > before.length()) {
                String argument = name.substring(before.length());
                FieldDefinition definition = BY_NAME.get(before.substring(0, before.length() - 1));
                if (definition == null || !isValid(definition, argument)) {
                    return Optional.empty();
                }
                FieldType type = before.startsWith("evt.raw") ? EventFields.rawType(argument) : definition.type();
                return Optional.of(new Field(name, argument, type, Quantity.ONE, definition));
            }
        }
        return Optional.empty();
    }

    private static void check(FieldDefinition definition, Optional<String> argument) {
        if (argument.isEmpty()) {
            if (definition.argument().isRequired()) {
                throw new UnknownFieldException("filter error: field '" + definition.name() + "' requires an argument");
            }
        } else if (definition.argument() == ArgumentKind.NONE || !isValid(definition, argument.get())) {
            throw new UnknownFieldException("filter error: field '" + definition.name() + "' cannot have the argument '"
                    + argument.get() + "'");
        }
    }

    private static boolean isValid(FieldDefinition definition, String argument) {
        if (definition.argument().isIndex()) {
            return !argument.isEmpty()
                    && argument.length() < 10
                    && argument.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        return switch (definition.name()) {
            case "evt.arg", "evt.rawarg" -> EventFields.isParameter(argument);
            default -> true;
        };
    }
}
