package org.drydock.report;

/**
 * The instruction that made a layer, short enough to recognise it by.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration, history</a>
 */
public final class Instruction {
    private static final int MAX_LENGTH = 2000;
    private static final int LONG_HEX = 32;
    private static final int SHORT_HEX = 12;
    private static final String SHELL = "/bin/sh -c ";
    private static final String NOT_RUN = "#(nop) ";
    private static final String RUN = "RUN ";

    private Instruction() {}

    /** {@code /bin/sh -c #(nop) ADD file:…64 digits… in /} is {@code ADD file:…12 digits… in /}, and the like. */
    public static String shorten(String createdBy) {
        String text = collapse(createdBy.substring(0, Math.min(MAX_LENGTH, createdBy.length())));
        text = dropEnd(text, "# buildkit");
        boolean run = text.startsWith(RUN);
        if (run) {
            text = text.substring(RUN.length());
        }
        int shell = text.indexOf(SHELL);
        boolean withArguments = text.startsWith("|") && shell > 0;
        if (shell == 0 || withArguments) {
            text = text.substring(shell + SHELL.length());
            run = !text.startsWith(NOT_RUN);
        }
        return shortenDigests(run ? RUN + text : dropStart(text, NOT_RUN).strip());
    }

    private static String collapse(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().stripTrailing();
    }

    private static String dropStart(String text, String start) {
        return text.startsWith(start) ? text.substring(start.length()) : text;
    }

    private static String dropEnd(String text, String end) {
        return text.endsWith(end)
                ? text.substring(0, text.length() - end.length()).stripTrailing()
                : text;
    }

    private static String shortenDigests(String text) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            out.append(text, start, end - start >= LONG_HEX ? start + SHORT_HEX : end);
            if (end < text.length()) {
                out.append(text.charAt(end));
            }
            start = end + 1;
        }
        return out.toString();
    }
}
