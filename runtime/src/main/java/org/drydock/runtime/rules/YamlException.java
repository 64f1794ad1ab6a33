package org.drydock.runtime.rules;

import org.drydock.runtime.WatchException;

/** A rule file is not YAML. */
final class YamlException extends WatchException {
    private static final long serialVersionUID = 1L;

    private final transient YamlNode.Mark mark;

    YamlException(String message, YamlNode.Mark mark) {
        super(message);
        this.mark = mark;
    }

    YamlNode.Mark mark() {
        return mark;
    }
}
