package org.drydock.report.template;

import org.drydock.core.DrydockException;

/** A template that is none, or that makes more than it may. */
public final class TemplateException extends DrydockException {
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
