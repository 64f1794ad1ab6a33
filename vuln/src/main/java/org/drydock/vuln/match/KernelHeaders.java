package org.drydock.vuln.match;

import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;

/**
 * Packages that are built from the kernel's source and hold none of it that runs: headers and the tools to build modules.
 * What is wrong with the kernel is said of them too, and in a container it is the host's kernel that counts.
 */
final class KernelHeaders {
    static final String REASON = "kernel headers: the kernel that runs is not in this package";

    private KernelHeaders() {}

    /** Whether {@code subject} is such a package, when judged as what it was built from. */
    static boolean is(Package subject, boolean bySource) {
        String name = subject.name();
        if (subject.type() == PackageType.RPM) {
            return name.equals("kernel-headers") || name.equals("kernel-devel") || name.startsWith("kernel-devel-");
        }
        if (!bySource) {
            return name.equals("linux-headers");
        }
        return name.equals("linux-libc-dev")
                || name.equals("linux-headers")
                || (name.startsWith("linux-") && name.contains("-headers-"))
                || name.startsWith("linux-headers-")
                || name.startsWith("linux-kbuild-")
                || name.startsWith("linux-libc-dev-");
    }
}
