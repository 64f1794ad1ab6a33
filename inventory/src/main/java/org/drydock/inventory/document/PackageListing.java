package org.drydock.inventory.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.CatalogedPackage.Reference;
import org.drydock.inventory.PackageMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.text.DiagnosticBudget;

/**
 * Gathers the packages that one document lists, and tells them once it is closed. A package that stands there several
 * times is one, for development only if all its mentions are. What has no name or no version is told of, and left out.
 */
public final class PackageListing implements AutoCloseable {
    private static final int MAX_NAME = 512;
    private static final int MAX_VERSION = 256;
    private static final int MAX_LICENSES = 20;
    private static final int MAX_LICENSE = 1024;
    private static final int MAX_DEPENDENCIES = 10_000;

    private final CatalogSink sink;
    private final PackageType type;
    private final DiagnosticBudget diagnostics;
    private final Map<Reference, Entry> entries = new LinkedHashMap<>();

    public PackageListing(PackageType type, CatalogSink sink) {
        this.type = type;
        this.sink = sink;
        this.diagnostics = new DiagnosticBudget(sink);
    }

    /** A package of the list, to which more may be said as the document goes on. */
    public static final class Entry {
        private final TreeSet<Reference> needs = new TreeSet<>();
        private final TreeSet<String> licenses = new TreeSet<>();
        private boolean development = true;
        private String architecture = "";
        private PackageMetadata metadata = new PackageMetadata.None();

        /** Says that it needs another package of the list. */
        public Entry needs(Reference other) {
            if (needs.size() < MAX_DEPENDENCIES) {
                needs.add(other);
            }
            return this;
        }

        /** Says that it needs others of the list. */
        public Entry needs(Iterable<Reference> others) {
            others.forEach(this::needs);
            return this;
        }

        /** Says under which licence it is; an empty text says nothing. */
        public Entry license(String stated) {
            String license = stated.strip();
            if (!license.isEmpty() && license.length() <= MAX_LICENSE && licenses.size() < MAX_LICENSES) {
                licenses.add(license);
            }
            return this;
        }

        /** Says that it, or this mention of it, is needed for development only. */
        public Entry development(boolean only) {
            development &= only;
            return this;
        }

        /** Says for which architecture it is. */
        public Entry architecture(String stated) {
            architecture = stated;
            return this;
        }

        /** Says what only packages of its kind have. */
        public Entry metadata(PackageMetadata own) {
            metadata = own;
            return this;
        }
    }

    /** A package that is needed to run. */
    public Entry add(String name, String version) {
        return add(name, version, false);
    }

    /**
     * A package.
     *
     * @param development whether this mention of it is for development only
     * @return if its name or its version is none, of which a diagnostic tells, one that comes to nothing
     */
    public Entry add(String name, String version, boolean development) {
        if (!isWord(name, MAX_NAME)) {
            note(
                    name.isBlank()
                            ? "a package without a name is left out"
                            : "\"" + shown(name) + "\" is no package name");
            return new Entry();
        }
        if (!isWord(version, MAX_VERSION)) {
            note("package " + shown(name) + " has no usable version and is left out");
            return new Entry();
        }
        return entries.computeIfAbsent(new Reference(name, version), _ -> new Entry())
                .development(development);
    }

    /** Whether the list has this package. */
    public boolean has(Reference reference) {
        return entries.containsKey(reference);
    }

    /** Tells of a package that is left out, and why. */
    public void leftOut(String name, String reason) {
        note("package " + shown(name) + " is left out: " + reason);
    }

    /** Tells that a part of the document cannot be read. */
    public void unreadable(int line, String message) {
        diagnostics.report(Level.NOT_EXAMINED, "malformed-package-list", line, message);
    }

    private void note(String message) {
        diagnostics.report(Level.NOTE, "package-left-out", 0, message);
    }

    @Override
    public void close() {
        entries.forEach((own, entry) -> sink.add(new CatalogedPackage(
                        type,
                        own.name(),
                        own.version(),
                        null,
                        entry.architecture,
                        List.copyOf(entry.licenses),
                        "",
                        entry.metadata)
                .needed(entry.development, List.copyOf(entry.needs))));
        diagnostics.close();
    }

    private static boolean isWord(String text, int most) {
        return !text.isBlank()
                && text.length() <= most
                && text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(80)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
