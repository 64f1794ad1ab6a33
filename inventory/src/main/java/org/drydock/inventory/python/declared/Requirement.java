package org.drydock.inventory.python.declared;

/**
 * A requirement as pip writes it: {@code name[extra]==1.2.3 ; marker}.
 *
 * @param version empty if it does not allow exactly one
 * @see <a href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/">Dependency specifiers</a>
 */
record Requirement(String name, String version) {
    static Requirement parse(String text) {
        String plain = upTo(text, ';').strip();
        String name = nameOf(plain);
        String rest = plain.substring(name.length()).strip();
        if (rest.startsWith("[")) {
            rest = rest.substring(rest.indexOf(']') + 1).strip();
        }
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        String version = "";
        if (rest.startsWith("===")) {
            version = rest.substring(3).strip();
        } else if (rest.startsWith("==")) {
            version = rest.substring(2).strip();
        }
        version = upTo(upTo(version, ' '), '\t');
        boolean exact = version.indexOf('*') < 0 && version.indexOf(',') < 0;
        return new Requirement(name, exact ? version : "");
    }

    /** The name that a requirement begins with; empty if it begins with none. */
    static String nameOf(String text) {
        int end = 0;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }

    private static String upTo(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
