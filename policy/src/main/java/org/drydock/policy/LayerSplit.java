package org.drydock.policy;

import org.drydock.core.Finding;
import org.drydock.core.LayerOrigin;
import org.drydock.core.Location;

/** Whose layers a finding is in: the base image's, or those that were put on it. */
public enum LayerSplit {
    BASE,
    OWN;

    /**
     * A finding is the base image's if all that it is about came with the base image's layers.
     *
     * @param baseLayers how many layers, from the first on, are the base image's
     */
    public static LayerSplit of(Finding finding, int baseLayers) {
        boolean base = !FindingFacts.locations(finding).isEmpty()
                && FindingFacts.locations(finding).stream().allMatch(l -> isBase(l, baseLayers));
        return base ? BASE : OWN;
    }

    private static boolean isBase(Location location, int baseLayers) {
        LayerOrigin layer = location.layer();
        return layer != null && layer.index() < baseLayers;
    }
}
