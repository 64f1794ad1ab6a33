package org.drydock.inventory.distro;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.text.ByteLines;
import org.drydock.inventory.text.DiagnosticBudget;

/**
 * Reads assignments as a shell would, without expanding anything: {@code NAME=value}, {@code NAME="value"},
 * {@code NAME='value'}, comments with {@code #}. The last assignment of a name stands.
 */
final class ShellVariables {
    private static final int MAX_VARIABLES = 1000;

    private ShellVariables() {}

    static Map<String, String> read(ByteBuffer content, DiagnosticBudget diagnostics) {
        Map<String, String> variables = new HashMap<>();
        ByteLines lines = new ByteLines(content);
        while (lines.next() && variables.size() < MAX_VARIABLES) {
            String line = lines.textFrom(0);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals <= 0) {
                diagnostics.report(
                        Level.NOTE, "malformed-line", lines.number(), "no assignment: \"" + lines.excerpt() + "\"");
                continue;
            }
            variables.put(line.substring(0, equals), unquote(line, equals + 1));
        }
        return variables;
    }

    /** The value that starts at {@code from}: it ends at a space outside quotes. */
    private static String unquote(String line, int from) {
        StringBuilder value = new StringBuilder(line.length() - from);
        char quote = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && (c == ' ' || c == '\t')) {
                break;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '\\' && i + 1 < line.length() && isEscape(quote, line.charAt(i + 1))) {
                i++;
                value.append(line.charAt(i));
            } else {
                value.append(c);
            }
        }
        return value.toString().strip();
    }

    private static boolean isEscape(char quote, char escaped) {
        return quote == 0 || (quote == '"' && "\"\\$`".indexOf(escaped) >= 0);
    }
}
