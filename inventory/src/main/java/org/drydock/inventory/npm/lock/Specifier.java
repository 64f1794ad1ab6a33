package org.drydock.inventory.npm.lock;

/**
 * A name and what a lock file says of its version: {@code 1.2.3}, {@code npm:other@1.2.3}, an address.
 *
 * @param name the package's own, not the alias it is installed under
 */
record Specifier(String name, String version) {
    private static final String ALIAS = "npm:";

    /** Takes an alias apart. */
    static Specifier of(String name, String stated) {
        if (!stated.startsWith(ALIAS)) {
            return new Specifier(name, stated);
        }
        String rest = stated.substring(ALIAS.length());
        int at = rest.indexOf('@', 1);
        return at < 0 ? new Specifier(name, rest) : new Specifier(rest.substring(0, at), rest.substring(at + 1));
    }

    /** {@code NAME@VERSION}; an empty version if there is none. */
    static Specifier parse(String text) {
        int at = text.indexOf('@', 1);
        return at < 0 ? new Specifier(text, "") : new Specifier(text.substring(0, at), text.substring(at + 1));
    }

    /** Whether it comes from a repository, an archive or a folder, so that its version says nothing. */
    boolean isOutsideRegistry() {
        return version.indexOf(':') >= 0 || version.indexOf('/') >= 0;
    }
}
