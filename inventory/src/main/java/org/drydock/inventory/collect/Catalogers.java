package org.drydock.inventory.collect;

import java.util.Comparator;
import java.util.List;
import org.drydock.core.ImagePath;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.apk.ApkCataloger;
import org.drydock.inventory.distro.DistroCataloger;
import org.drydock.inventory.dpkg.DpkgCataloger;
import org.drydock.inventory.golang.GoBinaryCataloger;
import org.drydock.inventory.java.JavaArchiveCataloger;
import org.drydock.inventory.npm.NpmCataloger;
import org.drydock.inventory.python.PythonCataloger;
import org.drydock.inventory.rpm.RpmCataloger;

/** The catalogers there are. */
public final class Catalogers {
    /** Orders files that tell of the distribution, the most trustworthy first. */
    public static final Comparator<ImagePath> DISTRO_RANK =
            Comparator.comparingInt(DistroCataloger::rank).thenComparing(Comparator.naturalOrder());

    private Catalogers() {}

    /** All of them, in the order in which a file that several want goes to them. */
    public static List<Cataloger> all() {
        return List.of(
                new DistroCataloger(),
                new DpkgCataloger(),
                new ApkCataloger(),
                new RpmCataloger(),
                new JavaArchiveCataloger(),
                new NpmCataloger(),
                new PythonCataloger(),
                new GoBinaryCataloger());
    }
}
