package org.drydock.image.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server wants for authorization: one challenge of a {@code WWW-Authenticate} header.
 *
 * @param scheme lower case, for example {@code bearer}
 * @param parameters by name, lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, WWW-Authenticate</a>
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final int MAX_HEADER = 8192;

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The challenges of a header, in order; what is malformed ends the reading. */
    static List<Challenge> parse(String header) {
        return new Parser(header.length() > MAX_HEADER ? header.substring(0, MAX_HEADER) : header).challenges();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        List<Challenge> challenges() {
            List<Challenge> challenges = new ArrayList<>();
            String scheme = "";
            Map<String, String> parameters = new TreeMap<>();
            while (skipSeparators()) {
                String word = token();
                if (word.isEmpty()) {
                    break;
                }
                int afterWord = at;
                skipBlanks();
                if (at < text.length() && text.charAt(at) == '=' && !scheme.isEmpty()) {
                    at++;
                    skipBlanks();
                    parameters.putIfAbsent(word.toLowerCase(Locale.ROOT), value());
                } else {
                    at = afterWord;
                    add(challenges, scheme, parameters);
                    scheme = word.toLowerCase(Locale.ROOT);
                    parameters = new TreeMap<>();
                }
            }
            add(challenges, scheme, parameters);
            return challenges;
        }

        private static void add(List<Challenge> challenges, String scheme, Map<String, String> parameters) {
            if (!scheme.isEmpty()) {
                challenges.add(new Challenge(scheme, Map.copyOf(parameters)));
            }
        }

        private boolean skipSeparators() {
            while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == ',')) {
                at++;
            }
            return at < text.length();
        }

        private void skipBlanks() {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
        }

        private String token() {
            int start = at;
            while (at < text.length() && isTokenCharacter(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private String value() {
            if (at >= text.length() || text.charAt(at) != '"') {
                return token();
            }
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            at++;
            return value.toString();
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isTokenCharacter(char c) {
            return c > ' ' && c < 0x7f && c != ',' && c != '=' && c != '"';
        }
    }
}
