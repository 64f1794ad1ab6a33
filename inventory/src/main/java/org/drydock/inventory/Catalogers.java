package org.drydock.inventory;

import java.util.Comparator;
import java.util.List;
import org.drydock.core.ImagePath;

/** The catalogers there are. */
public final class Catalogers {
    /** Orders files that tell of the distribution, the most trustworthy first. */
    public static final Comparator<ImagePath> DISTRO_RANK = Comparator.naturalOrder();

    private Catalogers() {}

    /** All of them, in the order in which a file that several want goes to them. */
    public static List<Cataloger> all() {
        return List.of();
    }
}
