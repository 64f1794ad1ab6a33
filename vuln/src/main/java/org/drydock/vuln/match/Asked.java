package org.drydock.vuln.match;

import java.util.List;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer depends on: packages that ask the same get the same answer, whatever image they are in.
 *
 * @param questions what is asked of the store, the nearest namespace first
 * @param name the package's own, which proofs name
 * @param build what tells one build of a version from another, where statements do
 * @param channels {@link FixChannels#key}
 * @param settled whether what needs no attention is asked for, too
 */
record Asked(List<Question> questions, String name, String build, String channels, boolean settled) {
    static Asked of(Package subject, List<Question> questions, FixChannels channels, boolean settled) {
        String build = "";
        if (subject.metadata() instanceof RpmMetadata rpm) {
            String module = rpm.modularity();
            build = (module == null ? "?" : module) + " " + rpm.release();
        }
        return new Asked(questions, subject.name(), build, channels.key(), settled);
    }

    /** Written out, as is {@link #hashCode()}: this is the key of a map, and the generated ones link at run time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Asked asked
                && asked.name.equals(name)
                && asked.questions.equals(questions)
                && asked.build.equals(build)
                && asked.channels.equals(channels)
                && asked.settled == settled;
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + questions.hashCode()) * 31 + build.hashCode();
    }
}
