package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.drydock.core.Limits;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.rpm.RpmHeader.IntArray;
import org.jspecify.annotations.Nullable;

/**
 * Turns package headers into packages. A header whose name, version, release or epoch cannot be read gives no package:
 * half a version could be judged wrongly. Signing keys, which rpm keeps as packages, are none.
 */
final class InstalledPackages implements HeaderSink {
    private static final String SIGNING_KEY = "gpg-pubkey";

    private final CatalogSink sink;
    private final Damage damage;
    private final OwnedFiles files;
    private final int most;
    private int count;

    InstalledPackages(CatalogSink sink, Damage damage, Limits limits, int databaseSize) {
        this.sink = sink;
        this.damage = damage;
        this.files = new OwnedFiles(sink, limits, databaseSize);
        this.most = limits.archiveEntries();
    }

    @Override
    public void header(String place, ByteBuffer blob) {
        Consumer<String> trouble = message -> damage.at(place, message);
        RpmHeader header = RpmHeader.read(blob, trouble);
        if (header == null) {
            return;
        }
        String name = header.string(RpmTag.NAME);
        if (SIGNING_KEY.equals(name)) {
            return;
        }
        if (++count > most) {
            trouble.accept("the database lists more than " + most + " packages: this one is left out");
            return;
        }
        CatalogedPackage found = name == null ? null : installed(name, header);
        if (found == null) {
            trouble.accept((name == null ? "a package" : name) + " is left out: its identity cannot be read");
            return;
        }
        sink.add(found);
        files.tell(header, found.name(), trouble);
    }

    private static @Nullable CatalogedPackage installed(String name, RpmHeader header) {
        String version = header.string(RpmTag.VERSION);
        String release = header.string(RpmTag.RELEASE);
        Integer epoch = epoch(header);
        boolean epochLost = epoch == null && header.has(RpmTag.EPOCH);
        if (name.isEmpty() || version == null || release == null || epochLost) {
            return null;
        }
        if (version.isEmpty() || release.isEmpty()) {
            return null;
        }
        String license = textOf(header, RpmTag.LICENSE);
        String sourceRpm = textOf(header, RpmTag.SOURCERPM);
        return of(
                name,
                new RpmMetadata(
                        epoch,
                        version,
                        release,
                        header.string(RpmTag.MODULARITYLABEL),
                        textOf(header, RpmTag.VENDOR),
                        sourceRpm),
                textOf(header, RpmTag.ARCH),
                license.isEmpty() ? List.of() : List.of(license));
    }

    /** The package that rpm's own facts describe. */
    static CatalogedPackage of(String name, RpmMetadata facts, String architecture, List<String> licenses) {
        String epoch = facts.epoch() == null ? "" : facts.epoch() + ":";
        SourcePackage source = SourceRpm.parse(facts.sourceRpm()).orElse(null);
        return new CatalogedPackage(
                PackageType.RPM,
                name,
                epoch + facts.version() + "-" + facts.release(),
                source,
                architecture,
                licenses,
                "",
                facts);
    }

    private static @Nullable Integer epoch(RpmHeader header) {
        IntArray stated = header.ints(RpmTag.EPOCH);
        return stated == null || stated.get(0) < 0 ? null : (Integer) stated.get(0);
    }

    private static String textOf(RpmHeader header, RpmTag tag) {
        String text = header.string(tag);
        return text == null ? "" : text;
    }
}
