package org.drydock.inventory.rpm;

import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.PackageMetadata.RpmMetadata;

/** What must hold for any input at all. */
final class Fuzzing {
    private static final int SMALLEST_PACKAGE = 14;

    private Fuzzing() {}

    /** Small packages, so that a fuzzer soon meets every kind of page. */
    static List<byte[]> headers() {
        return List.of(
                HeaderBuilder.of("a", "1", "2").build(),
                HeaderBuilder.withFiles("b", 40).build(),
                HeaderBuilder.withFiles("c", 5).build());
    }

    static void catalog(String path, byte[] content) {
        check(content, RecordingSink.catalog(path, content));
    }

    /** The results are bounded by the input's size, and no package goes without name, version and release. */
    static void check(byte[] input, RecordingSink sink) {
        boolean bounded = sink.packages.size() <= input.length / SMALLEST_PACKAGE
                && sink.owned.size() <= input.length
                && sink.diagnostics.size() <= Damage.TOLD + 2;
        if (!bounded || !sink.packages.stream().allMatch(Fuzzing::isNamed)) {
            throw new AssertionError(sink.names() + " " + sink.diagnostics);
        }
    }

    private static boolean isNamed(CatalogedPackage found) {
        RpmMetadata facts = (RpmMetadata) found.metadata();
        return !found.name().isEmpty()
                && !facts.version().isEmpty()
                && !facts.release().isEmpty();
    }
}
