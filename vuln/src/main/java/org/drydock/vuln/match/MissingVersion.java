package org.drydock.vuln.match;

/** Tells texts that stand where nobody knew a version. They are in no range, and outside of none. */
final class MissingVersion {
    private MissingVersion() {}

    static boolean is(String version) {
        return version.isBlank()
                || version.equalsIgnoreCase("unknown")
                || version.equalsIgnoreCase("(unknown)")
                || version.equals("(devel)");
    }
}
