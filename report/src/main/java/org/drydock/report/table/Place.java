package org.drydock.report.table;

import java.util.List;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;
import org.drydock.inventory.PackageType;
import org.drydock.report.Instruction;
import org.drydock.report.PackageIndex;

/**
 * Where a package is: its path, or, since the packages of a distribution lie all over, the instruction that brought it.
 *
 * @param text with the layer's index in front, for example {@code #3 /srv/shop.war}
 * @param path whether it ends in a path
 */
record Place(String text, boolean path) {
    static List<Place> of(String type, List<Location> locations) {
        return locations.stream().map(l -> of(type, l)).distinct().toList();
    }

    private static Place of(String type, Location location) {
        LayerOrigin layer = location.layer();
        if (layer == null) {
            return new Place(location.path(), true);
        }
        String instruction = isOperatingSystem(type) ? Instruction.shorten(layer.createdBy()) : "";
        boolean path = instruction.isEmpty();
        return new Place("#" + layer.index() + " " + (path ? location.path() : instruction), path);
    }

    private static boolean isOperatingSystem(String type) {
        return PackageIndex.typeOf(type).map(PackageType::isOperatingSystem).orElse(false);
    }

    /** The first place, and how many more there are. */
    static Cell cell(List<Place> places, Ink ink) {
        if (places.isEmpty()) {
            return Cell.EMPTY;
        }
        Place first = places.getFirst();
        String more = places.size() == 1 ? "" : " +" + (places.size() - 1);
        return new Cell(first.text + more, ink, first.path ? Cell.Cut.MIDDLE : Cell.Cut.END);
    }
}
