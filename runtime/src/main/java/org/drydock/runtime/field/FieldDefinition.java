package org.drydock.runtime.field;

import java.util.function.Function;

/**
 * A field that rules may name.
 *
 * @param source the source of events that have it: {@code syscall}, {@code k8s_audit}, or empty for all
 * @param type what its values are
 * @param bareQuantity how many values it has when it is named without an argument
 * @param description what it tells, for people
 * @param extractor makes the extractor for an argument, which is empty if there is none
 */
public record FieldDefinition(
        String name,
        String source,
        FieldType type,
        Quantity bareQuantity,
        ArgumentKind argument,
        String description,
        Function<String, Extractor> extractor) {}
