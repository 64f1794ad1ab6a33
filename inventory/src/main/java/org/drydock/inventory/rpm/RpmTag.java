package org.drydock.inventory.rpm;

import org.jspecify.annotations.Nullable;

/**
 * The tags of a package header that are read.
 *
 * @see <a href="https://rpm.org/docs/latest/manual/tags.html">rpm tags</a>
 */
enum RpmTag {
    NAME(1000),
    VERSION(1001),
    RELEASE(1002),
    EPOCH(1003),
    VENDOR(1011),
    LICENSE(1014),
    ARCH(1022),
    OLDFILENAMES(1027),
    SOURCERPM(1044),
    DIRINDEXES(1116),
    BASENAMES(1117),
    DIRNAMES(1118),
    MODULARITYLABEL(5096);

    private static final RpmTag[] TAGS = values();

    private final int number;

    RpmTag(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Null for tags that are not read. */
    static @Nullable RpmTag of(int number) {
        for (RpmTag tag : TAGS) {
            if (tag.number == number) {
                return tag;
            }
        }
        return null;
    }
}
