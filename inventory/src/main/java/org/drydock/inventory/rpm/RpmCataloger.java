package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;

/**
 * The packages in an rpm database, with the files they own. The format is told by the content, not by the name: a SQLite
 * database (Fedora, RHEL 9 and later), an ndb database (SUSE) or a Berkeley DB hash (RHEL 8 and earlier). Beside these it
 * reads the list of packages that Azure Linux leaves in images without a database.
 *
 * <p>Of a damaged database it gives every package it can still read, and says at which page or offset the damage is; it
 * never throws. A write-ahead log beside a SQLite database is another file, and is not merged but told of.
 *
 * @see <a href="https://rpm.org/docs/latest/manual/">the rpm manual</a>
 */
public final class RpmCataloger implements Cataloger {
    private static final List<String> DIRECTORIES = List.of("var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm");
    private static final List<String> NAMES = List.of("rpmdb.sqlite", "rpmdb.sqlite-wal", "Packages.db", "Packages");
    private static final String MANIFEST = "var/lib/rpmmanifest/container-manifest-2";
    private static final int WAL_HEADER = 32;
    private static final int WAL_FRAME_HEADER = 24;

    @Override
    public String name() {
        return "rpm-database";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Selector> selectors() {
        List<Selector> selectors = new ArrayList<>();
        for (String directory : DIRECTORIES) {
            for (String name : NAMES) {
                selectors.add(new Selector.Path(directory + "/" + name));
            }
        }
        selectors.add(new Selector.Path(MANIFEST));
        return List.copyOf(selectors);
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        if (file.path().name().endsWith("-wal")) {
            writeAheadLog(file, sink);
        } else if (file.size() == 0) {
            sink.diagnostic(
                    Level.WARNING, "empty-package-database", "", "the file is empty: it lists no package at all");
        } else if (file.path().value().equals(MANIFEST)) {
            ContainerManifest.read(file, sink);
        } else {
            database(file, sink);
        }
    }

    private static void writeAheadLog(CandidateFile file, CatalogSink sink) {
        if (file.size() >= WAL_HEADER + WAL_FRAME_HEADER) {
            sink.diagnostic(
                    Level.NOT_EXAMINED,
                    "rpmdb-wal-not-merged",
                    "",
                    "the write-ahead log holds changes that were not examined: the database beside it may be out of date");
        }
    }

    private static void database(CandidateFile file, CatalogSink sink) {
        ByteBuffer content = file.content().duplicate();
        try (Damage damage = new Damage(sink)) {
            InstalledPackages packages = new InstalledPackages(sink, damage, file.limits(), content.limit());
            HeaderBlob blob = new HeaderBlob(file.limits().metadataBytes());
            if (SqliteDatabase.recognises(content)) {
                SqliteDatabase.read(content, blob, packages, damage);
            } else if (NdbDatabase.recognises(content)) {
                NdbDatabase.read(content, blob, packages, damage);
            } else if (BerkeleyDatabase.recognises(content)) {
                BerkeleyDatabase.read(content, blob, packages, damage);
            } else {
                sink.diagnostic(
                        Level.NOT_EXAMINED,
                        "unknown-package-database",
                        "",
                        "neither a SQLite, ndb nor Berkeley DB database: its packages were not examined");
            }
        }
    }
}
