package org.drydock.report.html;

import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.PackageType;
import org.drydock.report.Instruction;
import org.drydock.report.PackageIndex;
import org.drydock.report.ScanReport.BaseImage;
import org.jspecify.annotations.Nullable;

/** Where a package is: the layer, and its path or, for packages of a distribution, the instruction that brought it. */
final class Where {
    private Where() {}

    static void write(PackageSubject about, @Nullable BaseImage base, Html html) {
        Location first = about.locations().getFirst();
        LayerOrigin layer = first.layer();
        String place = first.path();
        if (layer != null) {
            layer(layer, base, html);
            String instruction = isOperatingSystem(about) ? Instruction.shorten(layer.createdBy()) : "";
            place = instruction.isEmpty() ? place : instruction;
        }
        int more = about.locations().size() - 1;
        html.leaf("small", place, "title", place);
        if (more > 0) {
            html.leaf("span", "+" + more, "class", "more");
        }
    }

    static void layer(LayerOrigin layer, @Nullable BaseImage base, Html html) {
        boolean ofBase = isBase(layer.index(), base);
        html.leaf("span", "#" + layer.index(), "class", ofBase ? "layer base" : "layer", "title", origin(ofBase, base));
    }

    static boolean isBase(int layer, @Nullable BaseImage base) {
        return base != null && layer < base.layers();
    }

    private static String origin(boolean ofBase, @Nullable BaseImage base) {
        return base == null ? "layer" : ofBase ? "layer of the base image" : "own layer";
    }

    static boolean isOperatingSystem(PackageSubject about) {
        return PackageIndex.typeOf(about.type())
                .map(PackageType::isOperatingSystem)
                .orElse(false);
    }
}
