package org.drydock.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;

/** Finds the package that a finding is about, and names packages within a report. */
public final class PackageIndex {
    private static final int ID_BYTES = 8;

    private final Map<String, Package> byKey;

    private PackageIndex(Map<String, Package> byKey) {
        this.byKey = byKey;
    }

    public static PackageIndex of(Inventory inventory) {
        Map<String, Package> byKey = new HashMap<>();
        for (Package installed : inventory.packages()) {
            byKey.putIfAbsent(subjectOf(installed).key(), installed);
        }
        return new PackageIndex(byKey);
    }

    public Optional<Package> find(PackageSubject subject) {
        return Optional.ofNullable(byKey.get(subject.key()));
    }

    /** A package as the subject of findings. */
    public static PackageSubject subjectOf(Package installed) {
        return new PackageSubject(
                installed.type().word(),
                installed.name(),
                installed.version(),
                installed.purl(),
                installed.locations());
    }

    /** The type with this word, empty if it is none that the inventory knows. */
    public static Optional<PackageType> typeOf(String word) {
        return Arrays.stream(PackageType.values())
                .filter(type -> type.word().equals(word))
                .findFirst();
    }

    /** A short name of a package in a report, the same from scan to scan: 16 hex digits of its package URL and place. */
    public static String id(PackageSubject subject) {
        return HexFormat.of().formatHex(sha256(subject.key()), 0, ID_BYTES);
    }

    /** The SHA-256 hash of a text, for stable names. */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
