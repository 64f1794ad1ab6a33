package org.drydock.inventory.dotnet;

import org.drydock.inventory.CatalogedPackage.Reference;

/** How files of NuGet name a package with its version. */
final class NugetReference {
    private NugetReference() {}

    /** {@code NAME/VERSION}. */
    static Reference ofPath(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? new Reference(key, "") : new Reference(key.substring(0, slash), key.substring(slash + 1));
    }

    /**
     * The version that a requirement is met by: {@code 1.2}, {@code [1.2]} and {@code [1.2, )} are met by 1.2 as NuGet
     * takes the lowest; empty if it states no lowest one, or one that floats.
     *
     * @see <a href="https://learn.microsoft.com/en-us/nuget/concepts/package-versioning#version-ranges">Version ranges</a>
     */
    static String lowest(String requirement) {
        String text = requirement.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(',');
            text = text.substring(1, end < 0 ? Math.max(1, text.length() - 1) : end)
                    .strip();
        }
        return text.isEmpty() || text.startsWith("(") || text.indexOf('*') >= 0 || text.indexOf('$') >= 0 ? "" : text;
    }
}
