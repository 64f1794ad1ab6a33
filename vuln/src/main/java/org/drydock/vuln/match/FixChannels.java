package org.drydock.vuln.match;

import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.jspecify.annotations.Nullable;

/**
 * Whether an image can get a fix at all. Some fixes come through channels that one subscribes to; that an image does is
 * believed only if something in it shows so.
 */
final class FixChannels {
    private static final String ESM = "+esm";
    private static final String UBUNTU_PRO = "ubuntu-pro";

    private final Inventory inventory;
    private @Nullable Boolean extendedMaintenance;
    private @Nullable String key;

    FixChannels(Inventory inventory) {
        this.inventory = inventory;
    }

    /** All of the image that an answer of this depends on. */
    String key() {
        String known = key;
        if (known == null) {
            Distro distro = inventory.distro();
            known = distro == null
                    ? ""
                    : distro.id() + " " + distro.versionId() + (hasExtendedMaintenance() ? ESM : "");
            key = known;
        }
        return known;
    }

    /** Whether the fix that an opinion names can be installed with the channels that the image uses. */
    boolean reaches(Opinion opinion) {
        return opinion.question().tier() != Question.CHANNEL
                || (opinion.question().namespace().startsWith(UBUNTU_PRO) && hasExtendedMaintenance());
    }

    /** Something to know about where a fix is to be had; empty if there is nothing. */
    String remark(Opinion opinion) {
        String fixed = opinion.fixedVersion();
        if (fixed == null) {
            return "";
        }
        if (!reaches(opinion)) {
            return fixed + " comes with an additional support channel only ("
                    + opinion.question().namespace() + "), which nothing in the image shows to be in use";
        }
        Distro distro = inventory.distro();
        if (distro != null && distro.id().equals("rhel")) {
            int minorOfImage = number(distro.versionId(), distro.versionId().indexOf('.') + 1);
            int minorOfFix = minorOfFix(fixed);
            if (distro.versionId().indexOf('.') > 0 && minorOfFix > minorOfImage) {
                return fixed + " was built for minor release " + minorOfFix + "; the extended support of "
                        + distro.versionId() + " does not have it";
            }
        }
        return "";
    }

    private boolean hasExtendedMaintenance() {
        Boolean known = extendedMaintenance;
        if (known == null) {
            known = false;
            for (Package installed : inventory.packages()) {
                if (installed.type() == PackageType.DEB && installed.version().contains(ESM)) {
                    known = true;
                    break;
                }
            }
            extendedMaintenance = known;
        }
        return known;
    }

    /** The minor release in a dist tag such as {@code .el9_4}; -1 if it has none. */
    private static int minorOfFix(String version) {
        int tag = version.lastIndexOf(".el");
        int underscore = tag < 0 ? -1 : version.indexOf('_', tag);
        return underscore < 0 ? -1 : number(version, underscore + 1);
    }

    private static int number(String text, int from) {
        int value = 0;
        int i = from;
        while (i < text.length() && i < from + 4 && Character.isDigit(text.charAt(i))) {
            value = value * 10 + text.charAt(i) - '0';
            i++;
        }
        return i == from ? -1 : value;
    }
}
