package org.drydock.vuln.feed.nvd;

import java.util.Set;
import org.drydock.vuln.cpe.Cpe;

/** A version as people write it, of the version and the update that a CPE keeps apart. */
final class NvdVersions {
    private static final Set<String> JAVA = Set.of("jdk", "jre", "openjdk", "java_se", "graalvm");
    private static final String UPDATE = "update";

    private NvdVersions() {}

    /**
     * {@code 1.0} with {@code rc1} is {@code 1.0-rc1}; of Java {@code 1.8.0} with {@code update302} is
     * {@code 1.8.0_302}. A name that says nothing of an update speaks of the version alone.
     */
    static String written(Cpe cpe) {
        String update = cpe.update();
        if (update.equals(Cpe.ANY) || update.equals(Cpe.NONE) || update.isEmpty()) {
            return cpe.version();
        }
        if (JAVA.contains(cpe.product()) && update.startsWith(UPDATE)) {
            String number = update.substring(UPDATE.length());
            return cpe.version() + "_" + (number.startsWith("_") ? number.substring(1) : number);
        }
        return cpe.version() + "-" + update;
    }
}
