package org.drydock.vuln.version;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("jazzer")
class VersionSchemeFuzzTest {
    /** A key may be longer than its text where a scheme fills in what is missing, but not by much. */
    private static final int BYTES_PER_CHARACTER = 8;

    private static final int MORE_BYTES = 64;

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        VersionScheme scheme = data.pickValue(VersionSchemes.all().toArray(VersionScheme[]::new));
        String left = data.consumeString(200);
        String right = data.consumeRemainingAsString();
        try {
            VersionKey a = scheme.key(left);
            VersionKey b = scheme.key(right);
            require(a.equals(scheme.key(left)), "a version differs from itself");
            require(Integer.signum(a.compareTo(b)) == -Integer.signum(b.compareTo(a)), "not antisymmetric");
            require((a.compareTo(b) == 0) == a.equals(b), "neither before nor after, but not equal");
            require(a.bytes().length <= left.length() * BYTES_PER_CHARACTER + MORE_BYTES, "the key is too long");
        } catch (InvalidVersionException e) {
            require(e.toString().lines().count() == 1, "more than one line");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
