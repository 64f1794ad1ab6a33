package org.drydock.runtime.event;

import java.util.List;

/**
 * A type of event: what it is called, and what it tells.
 *
 * @param code the number that captures and probes use
 * @param name the system call, or the kernel's event
 */
public record EventType(int code, String name, List<Parameter> parameters) {
    public EventType {
        parameters = List.copyOf(parameters);
    }

    /** Where a parameter stands; -1 if there is none of the name. */
    public int indexOf(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        return -1;
    }
}
