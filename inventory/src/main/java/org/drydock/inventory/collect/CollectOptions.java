package org.drydock.inventory.collect;

import java.util.List;
import org.drydock.image.FileTree;
import org.drydock.image.Target;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;

/**
 * What counts as part of a target.
 *
 * @param declared whether packages count that are asked for and may not be there
 * @param development whether packages count that are needed to develop or to test only
 */
public record CollectOptions(Declared declared, boolean development) {
    /** As most want it: images and hosts by what is installed, directories also by what their lock files name. */
    public static final CollectOptions DEFAULT = new CollectOptions(Declared.BY_TARGET, false);

    /** When packages count that are asked for and may not be there. */
    public enum Declared {
        /** In directories, which may hold sources; not in images and on hosts. */
        BY_TARGET,
        ALWAYS,
        NEVER
    }

    /** The catalogers that have a say about the target. */
    List<Cataloger> heard(List<Cataloger> catalogers, Target target) {
        boolean wanted = switch (declared) {
            case BY_TARGET -> target instanceof FileTree tree && !tree.host();
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return catalogers.stream()
                .filter(cataloger -> wanted || cataloger.evidence() == Evidence.INSTALLED)
                .toList();
    }
}
