package org.drydock.inventory.collect;

import java.util.Comparator;
import java.util.List;
import org.drydock.core.ImagePath;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.apk.ApkCataloger;
import org.drydock.inventory.beam.HexLockCataloger;
import org.drydock.inventory.binary.BinaryCataloger;
import org.drydock.inventory.conda.CondaCataloger;
import org.drydock.inventory.dart.PubspecLockCataloger;
import org.drydock.inventory.distro.DistroCataloger;
import org.drydock.inventory.dotnet.DepsJsonCataloger;
import org.drydock.inventory.dotnet.NugetProjectCataloger;
import org.drydock.inventory.dpkg.DpkgCataloger;
import org.drydock.inventory.golang.GoBinaryCataloger;
import org.drydock.inventory.golang.GoModCataloger;
import org.drydock.inventory.java.JavaArchiveCataloger;
import org.drydock.inventory.jvm.GradleCataloger;
import org.drydock.inventory.jvm.JvmReleaseCataloger;
import org.drydock.inventory.jvm.PomCataloger;
import org.drydock.inventory.npm.NpmCataloger;
import org.drydock.inventory.npm.lock.NpmLockCataloger;
import org.drydock.inventory.pacman.PacmanCataloger;
import org.drydock.inventory.php.ComposerInstalledCataloger;
import org.drydock.inventory.php.ComposerLockCataloger;
import org.drydock.inventory.php.PearCataloger;
import org.drydock.inventory.python.PythonCataloger;
import org.drydock.inventory.python.declared.PythonLockCataloger;
import org.drydock.inventory.python.declared.RequirementsCataloger;
import org.drydock.inventory.python.declared.SetupCataloger;
import org.drydock.inventory.rlang.DescriptionCataloger;
import org.drydock.inventory.rpm.RpmCataloger;
import org.drydock.inventory.ruby.GemfileLockCataloger;
import org.drydock.inventory.ruby.GemspecCataloger;
import org.drydock.inventory.rust.CargoLockCataloger;
import org.drydock.inventory.rust.RustBinaryCataloger;
import org.drydock.inventory.swift.PodfileLockCataloger;
import org.drydock.inventory.swift.SwiftLockCataloger;

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
                new GoBinaryCataloger(),
                new GemspecCataloger(),
                new RustBinaryCataloger(),
                new DepsJsonCataloger(),
                new ComposerInstalledCataloger(),
                new PearCataloger(),
                new JvmReleaseCataloger(),
                new BinaryCataloger(),
                new PacmanCataloger(),
                new CondaCataloger(),
                new DescriptionCataloger(),
                new NpmLockCataloger(),
                new PythonLockCataloger(),
                new RequirementsCataloger(),
                new SetupCataloger(),
                new GoModCataloger(),
                new GemfileLockCataloger(),
                new CargoLockCataloger(),
                new NugetProjectCataloger(),
                new ComposerLockCataloger(),
                new PomCataloger(),
                new GradleCataloger(),
                new HexLockCataloger(),
                new PubspecLockCataloger(),
                new SwiftLockCataloger(),
                new PodfileLockCataloger());
    }
}
