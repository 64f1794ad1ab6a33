package org.drydock.policy.ignore;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.drydock.policy.PolicyException;
import org.drydock.policy.Suppressions;
import org.drydock.policy.TestFindings;

/** Whatever a file holds, it is read or refused with a {@link PolicyException}, and what is read can be applied. */
final class IgnoreFilesFuzzTest {
    @FuzzTest
    void exceptions(byte[] text) {
        read(text, ".drydock.yaml");
    }

    @FuzzTest
    void grype(byte[] text) {
        read(text, ".grype.yaml");
    }

    @FuzzTest
    void trivyYaml(byte[] text) {
        read(text, ".trivyignore.yaml");
    }

    @FuzzTest
    void trivyLines(byte[] text) {
        read(text, ".trivyignore");
    }

    @FuzzTest
    void osvScanner(byte[] text) {
        read(text, "osv-scanner.toml");
    }

    private static void read(byte[] text, String name) {
        try {
            new Suppressions(IgnoreFiles.read(text, name).rules())
                    .apply(
                            List.of(TestFindings.debian("CVE-1").build()),
                            List.of(),
                            List.of("vulnerability"),
                            TestFindings.NOW);
        } catch (PolicyException expected) {
            return;
        }
    }
}
