package org.drydock.vuln.match;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.drydock.vuln.Affected;
import org.drydock.vuln.cpe.Cpe;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement of the CPE dictionary is limited to a product for another platform, or to one that runs on something
 * that a container of this kind is not. What cannot be told is no limit.
 *
 * @see <a href="https://csrc.nist.gov/pubs/ir/7695/final">CPE naming 2.3</a>
 */
final class CpeLimits {
    /** Target software that says nothing against a Linux program. */
    private static final Set<String> LINUX = Set.of(Cpe.ANY, Cpe.NONE, "", "linux", "linux_kernel", "unix", "alpine");

    private CpeLimits() {}

    /** Why a statement is not about a program of a Linux distribution, in a few words; null if it may be. */
    static @Nullable String objection(Affected affected) {
        Affected.Applicability limits = affected.applicability();
        String target = Cpe.parse(limits.cpe()).map(Cpe::targetSoftware).orElse(Cpe.ANY);
        if (!LINUX.contains(target.toLowerCase(Locale.ROOT))) {
            return "it speaks of the product for " + target;
        }
        if (limits.runningWith().isEmpty()) {
            return null;
        }
        for (String other : limits.runningWith()) {
            if (mayBeHere(other)) {
                return null;
            }
        }
        return "it speaks of the product on " + limits.runningWith().getFirst();
    }

    private static boolean mayBeHere(String name) {
        Optional<Cpe> other = Cpe.parse(name);
        if (other.isEmpty() || other.get().part().equals("a")) {
            return true;
        }
        String product = other.get().product().toLowerCase(Locale.ROOT);
        return other.get().part().equals("o") && (product.contains("linux") || product.equals(Cpe.ANY));
    }
}
