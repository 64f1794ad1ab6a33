package org.drydock.runtime.event;

/**
 * One parameter of a type of event.
 *
 * @param vocabulary the names that its bits or values have: a name of {@link Vocabulary}, or empty
 */
public record Parameter(String name, ParameterType type, String vocabulary) {}
