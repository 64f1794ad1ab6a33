package org.drydock.inventory.rpm;

import java.util.List;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The list of packages in Azure Linux images that have no rpm database: a line for each package, with name,
 * version-release, time of installation, time of build, vendor, epoch, size, architecture, epoch as a number, and source
 * package, parted by tabs. What a package does not state is {@code (none)}.
 *
 * @see <a href="https://github.com/microsoft/azurelinux/blob/3.0/toolkit/docs/how_it_works/5_misc.md">Azure Linux
 *     toolkit</a>
 */
final class ContainerManifest {
    private static final int COLUMNS = 10;
    private static final String NONE = "(none)";

    private ContainerManifest() {}

    static void read(CandidateFile file, CatalogSink sink) {
        int most = file.limits().metadataBytes();
        if (file.size() > most) {
            sink.diagnostic(
                    Level.NOT_EXAMINED, "limit-exceeded", "", "the package list is larger than " + most + " bytes");
            return;
        }
        String text = file.text();
        try (Damage damage = new Damage(sink)) {
            int line = 1;
            for (int start = 0; start < text.length(); line++) {
                int newline = text.indexOf('\n', start);
                int end = newline < 0 ? text.length() : newline;
                line(text.substring(start, end), line, sink, damage);
                start = end + 1;
            }
        }
    }

    private static void line(String line, int number, CatalogSink sink, Damage damage) {
        if (line.isBlank()) {
            return;
        }
        String[] columns = line.split("\t", COLUMNS + 1);
        int dash = columns.length < COLUMNS ? -1 : columns[1].lastIndexOf('-');
        if (dash < 1 || dash + 1 == columns[1].length() || columns[0].isEmpty()) {
            damage.at(":" + number, "the line does not describe a package");
            return;
        }
        if (columns[0].equals("gpg-pubkey")) {
            return;
        }
        String epochText = stated(columns[5]);
        Integer epoch = epoch(epochText);
        if (epoch == null && !epochText.isEmpty()) {
            damage.at(":" + number, columns[0] + " is left out: its epoch is no number");
            return;
        }
        String version = columns[1].substring(0, dash);
        String release = columns[1].substring(dash + 1);
        RpmMetadata facts =
                new RpmMetadata(epoch, version, release, null, stated(columns[4]), stated(columns[9].stripTrailing()));
        sink.add(InstalledPackages.of(columns[0], facts, stated(columns[7]), List.of()));
    }

    private static String stated(String column) {
        return column.equals(NONE) ? "" : column;
    }

    private static @Nullable Integer epoch(String text) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Integer.valueOf(text);
    }
}
