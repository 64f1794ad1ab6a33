package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "/bin/sh -c #(nop) ADD file:fe64057fbb83dccb960efabbf1cd8777920ef279a7fa8dbca0a8801c651bdf7c in / "
                        + "§ ADD file:fe64057fbb83 in /",
                "/bin/sh -c #(nop)  CMD [\"bash\"]    § CMD [\"bash\"]",
                "/bin/sh -c apt-get   update && \t x  § RUN apt-get update && x",
                "RUN /bin/sh -c npm ci # buildkit      § RUN npm ci",
                "RUN |1 V=2 /bin/sh -c make # buildkit § RUN make",
                "|2 A=b C=d /bin/sh -c make            § RUN make",
                "COPY app.war /srv/ # buildkit         § COPY app.war /srv/",
                "RUN [\"/bin/tool\", \"x\"] # buildkit § RUN [\"/bin/tool\", \"x\"]",
                "bazel build ...                       § bazel build ...",
                "COPY --from=sha256:fe64057fbb83dccb960efabbf1cd8777920ef279a7fa8dbca0a8801c651bdf7c a b "
                        + "§ COPY --from=sha256:fe64057fbb83 a b",
                "''                                    § ''"
            })
    void isShort(String createdBy, String shown) {
        assertThat(Instruction.shorten(createdBy)).isEqualTo(shown);
    }

    @Test
    void isBounded() {
        assertThat(Instruction.shorten("RUN " + "x y".repeat(1_000_000))).hasSizeLessThan(2100);
    }
}
