package org.drydock.vuln.version;

import org.drydock.core.DrydockException;

/** A text is not a version of the scheme it was read by. */
public final class InvalidVersionException extends DrydockException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    public InvalidVersionException(String scheme, String version, String why) {
        super("not a " + scheme + " version: \"" + shown(version) + "\": " + why);
    }

    /** What of a text is fit for one line on a terminal. */
    static String shown(String version) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(version.length(), SHOWN);
        for (int i = 0; i < end; i++) {
            char c = version.charAt(i);
            out.append(isShown(c) ? c : '?');
        }
        return version.length() > SHOWN ? out + "…" : out.toString();
    }

    private static boolean isShown(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
