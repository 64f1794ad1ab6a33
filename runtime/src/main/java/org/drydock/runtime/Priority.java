package org.drydock.runtime;

import java.util.Locale;
import java.util.Optional;

/** How urgent an alert is, the most urgent first: the levels of syslog, in Falco's words. */
public enum Priority {
    EMERGENCY("Emergency"),
    ALERT("Alert"),
    CRITICAL("Critical"),
    ERROR("Error"),
    WARNING("Warning"),
    NOTICE("Notice"),
    INFORMATIONAL("Informational"),
    DEBUG("Debug");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    /** The word that alerts show. */
    public String label() {
        return label;
    }

    /** The level that a rule file names, in any case; {@code info} is short for informational. */
    public static Optional<Priority> of(String name) {
        String word = name.toUpperCase(Locale.ROOT);
        for (Priority priority : values()) {
            if (priority.name().equals(word)) {
                return Optional.of(priority);
            }
        }
        return word.equals("INFO") ? Optional.of(INFORMATIONAL) : Optional.empty();
    }
}
