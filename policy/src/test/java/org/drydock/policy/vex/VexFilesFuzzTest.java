package org.drydock.policy.vex;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.drydock.core.DrydockException;
import org.drydock.policy.TestFindings;

/** Whatever a document holds, it is read or refused with a {@link DrydockException}, and what is read can be applied. */
final class VexFilesFuzzTest {
    @FuzzTest
    void fuzz(byte[] document) {
        try {
            VexFiles.read(document, "fuzz")
                    .apply(List.of(TestFindings.of("CVE-1", "GHSA-1").build()), VexFilesTest.IMAGE, TestFindings.NOW);
        } catch (DrydockException expected) {
            return;
        }
    }
}
