package org.drydock.inventory.npm;

import java.util.Set;
import org.drydock.core.ImagePath;

/**
 * What the place of a {@code package.json} says about it.
 *
 * @param name the package's name as its folder has it, with scope; empty for applications and parts
 */
record PackageFolder(Kind kind, String name) {
    /** What the folder of a {@code package.json} is. */
    enum Kind {
        /** A package's own folder, directly in one that holds packages. */
        PACKAGE,
        /** Below no folder that holds packages: an application, or anything else that happens to have such a file. */
        APPLICATION,
        /** Inside a package: a module type marker, a template, a test fixture. */
        PART_OF_PACKAGE
    }

    private static final Set<String> FIXTURES =
            Set.of("test", "tests", "__tests__", "fixture", "fixtures", "__fixtures__");
    private static final PackageFolder PART = new PackageFolder(Kind.PART_OF_PACKAGE, "");
    private static final PackageFolder APPLICATION_FOLDER = new PackageFolder(Kind.APPLICATION, "");

    static PackageFolder of(ImagePath file) {
        String[] parts = file.value().split("/", -1);
        int last = parts.length - 1;
        int holder = -1;
        for (int i = 0; i < last; i++) {
            if (holdsPackages(parts, i)) {
                holder = i;
            } else if (holder >= 0 && i > ownFolder(parts, holder) && FIXTURES.contains(parts[i])) {
                return PART;
            }
        }
        if (holder < 0) {
            return APPLICATION_FOLDER;
        }
        int folder = ownFolder(parts, holder);
        if (folder + 1 == last && !parts[holder + 1].startsWith(".")) {
            String name = folder == holder + 1 ? parts[folder] : parts[holder + 1] + "/" + parts[folder];
            return new PackageFolder(Kind.PACKAGE, name);
        }
        return isYarnStore(parts, holder) ? new PackageFolder(Kind.PACKAGE, parts[holder + 2]) : PART;
    }

    /** {@code node_modules}, or one of Debian's folders: {@code usr/share/nodejs}, {@code usr/lib/TRIPLET/nodejs}. */
    private static boolean holdsPackages(String[] parts, int i) {
        if (parts[i].equals("node_modules")) {
            return true;
        }
        if (!parts[i].equals("nodejs") || i < 2) {
            return false;
        }
        boolean direct = parts[i - 2].equals("usr") && (parts[i - 1].equals("share") || parts[i - 1].equals("lib"));
        return direct || (i > 2 && parts[i - 2].equals("lib") && parts[i - 3].equals("usr"));
    }

    /** The index of the package's folder: the next part, or after a scope the one behind it. */
    private static int ownFolder(String[] parts, int holder) {
        return parts[holder + 1].startsWith("@") ? holder + 2 : holder + 1;
    }

    /** {@code node_modules/.store/NAME-npm-VERSION-HASH/package/package.json}. */
    private static boolean isYarnStore(String[] parts, int holder) {
        return parts.length == holder + 5 && parts[holder + 1].equals(".store") && parts[holder + 3].equals("package");
    }
}
