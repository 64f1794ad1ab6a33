package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxLicencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "GPL-2.0-only",
                "GPL-2.0+",
                "MIT OR Apache-2.0",
                "(MIT AND BSD-3-Clause) OR GPL-2.0-only WITH Classpath-exception-2.0",
                "((MIT))"
            })
    void expressions(String text) {
        assertThat(SpdxLicences.isExpression(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mit",
                "MIT Apache-2.0",
                "MIT OR",
                "OR MIT",
                "(MIT",
                "MIT)",
                "()",
                "MIT WITH GPL-2.0-only",
                "Classpath-exception-2.0",
                "Artistic or GPL",
                "LicenseRef-x"
            })
    void otherWords(String text) {
        assertThat(SpdxLicences.isExpression(text)).isFalse();
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(SpdxLicences.isExpression("(".repeat(2000) + "MIT" + ")".repeat(2000)))
                .isFalse();
        assertThat(SpdxLicences.isExpression("(".repeat(50) + "MIT" + ")".repeat(50)))
                .isTrue();
        assertThat(SpdxLicences.isExpression("MIT OR ".repeat(10_000) + "MIT")).isFalse();
    }
}
