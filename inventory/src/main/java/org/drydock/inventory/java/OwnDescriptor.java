package org.drydock.inventory.java;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the descriptors in an archive is the archive's own; the others came with what was shaded into it. */
final class OwnDescriptor {
    private static final int NO_FIT = 0;
    private static final int WORD_FIT = 1;
    private static final int VERSION_FIT = 2;
    private static final int NAME_FIT = 3;

    private OwnDescriptor() {}

    /** @return null if none is */
    static @Nullable MavenDescriptor choose(ArchiveName file, JarManifest manifest, List<MavenDescriptor> descriptors) {
        Comparator<MavenDescriptor> best = Comparator.<MavenDescriptor>comparingInt(d -> fit(file, d.coordinates()))
                .thenComparing(MavenDescriptor::atRoot)
                .thenComparingInt(d -> d.coordinates().artifactId().length())
                .thenComparing(d -> d.coordinates().version().equals(file.version()))
                .thenComparing(d -> d.coordinates().groupId(), Comparator.reverseOrder())
                .thenComparing(d -> d.coordinates().version());
        MavenDescriptor named = descriptors.stream()
                .filter(d -> fit(file, d.coordinates()) != NO_FIT)
                .max(best)
                .orElse(null);
        return named != null ? named : unnamed(file, manifest, descriptors);
    }

    /** The file name fits none: the one the manifest speaks of, else the only one. */
    private static @Nullable MavenDescriptor unnamed(
            ArchiveName file, JarManifest manifest, List<MavenDescriptor> descriptors) {
        ManifestTitles titles = ManifestTitles.of(manifest);
        List<MavenDescriptor> titled = descriptors.stream()
                .filter(d -> titles.fit(d.coordinates().artifactId()))
                .toList();
        if (titled.size() == 1) {
            return titled.getFirst();
        }
        if (descriptors.size() != 1) {
            return null;
        }
        MavenDescriptor only = descriptors.getFirst();
        return isForeign(file, manifest, only.coordinates()) ? null : only;
    }

    /** Whether file name and manifest together speak of something else than {@code only}. */
    private static boolean isForeign(ArchiveName file, JarManifest manifest, Coordinates only) {
        ManifestVersion version = ManifestVersion.of(file, manifest);
        boolean otherVersion = !version.version().isEmpty()
                && !only.version().isEmpty()
                && !ManifestVersion.isSame(version.version(), only.version());
        boolean nameConfirmed = ManifestTitles.of(manifest).fit(file.artifact());
        boolean versionConfirmed = version.inManifest() && version.version().equals(file.version());
        return otherVersion && (nameConfirmed || versionConfirmed);
    }

    /** How well the file name suits coordinates: {@code shop.jar} and {@code shop-1.0-all.jar} suit {@code shop}. */
    private static int fit(ArchiveName file, Coordinates coordinates) {
        String stem = file.stem().toLowerCase(Locale.ROOT);
        String artifact = coordinates.artifactId().toLowerCase(Locale.ROOT);
        String group = coordinates.groupId().toLowerCase(Locale.ROOT);
        boolean prefixed = !group.isEmpty()
                && stem.length() > group.length()
                && stem.startsWith(group)
                && ".-_".indexOf(stem.charAt(group.length())) >= 0;
        String rest = prefixed ? stem.substring(group.length() + 1) : stem;
        int fit = fit(rest, artifact, file, coordinates.version());
        return fit == NO_FIT && prefixed ? fit(stem, artifact, file, coordinates.version()) : fit;
    }

    private static int fit(String stem, String artifact, ArchiveName file, String version) {
        if (!stem.startsWith(artifact)) {
            return NO_FIT;
        }
        String rest = stem.substring(artifact.length());
        if (rest.isEmpty()) {
            return NAME_FIT;
        }
        if ("-_.".indexOf(rest.charAt(0)) < 0) {
            return NO_FIT;
        }
        String lowerVersion = version.toLowerCase(Locale.ROOT);
        boolean numbered = rest.length() > 1 && Character.digit(rest.charAt(1), 10) >= 0;
        if (numbered || (!version.isEmpty() && rest.startsWith(lowerVersion, 1))) {
            return NAME_FIT;
        }
        if (!version.isEmpty() && rest.endsWith(lowerVersion)) {
            return VERSION_FIT;
        }
        return file.version().isEmpty() || version.isEmpty() ? WORD_FIT : NO_FIT;
    }
}
