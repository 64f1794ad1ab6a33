package org.drydock.vuln.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.StringJoiner;
import org.junit.jupiter.api.Tag;

@Tag("jazzer")
class CvssFuzzTest {
    private static final String[] BEGINNINGS = {"", "(", "CVSS:3.0/", "CVSS:3.1/", "CVSS:4.0/"};
    private static final String[] NAMES =
            "AV AC Au AT PR UI S C I A VC VI VA SC SI SA E RL RC CDP TD CR IR AR MAV MS MSI U".split(" ", -1);
    private static final String[] VALUES = "N A L P H R U C M S X ND POC Red".split(" ", -1);

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String text = data.consumeBoolean() ? vector(data) : data.consumeRemainingAsString();
        Cvss.parse(text).ifPresent(score -> {
            assertThat(score.base()).isBetween(0.0, 10.0);
            assertThat(Cvss.parse(score.vector())).contains(score);
        });
    }

    /** Mostly the base metrics of one version, bent here and there. */
    private static String vector(FuzzedDataProvider data) {
        int from = data.consumeInt(0, NAMES.length - 1);
        StringJoiner vector = new StringJoiner("/", data.pickValue(BEGINNINGS), "");
        for (int i = from; i < NAMES.length && data.remainingBytes() > 0; i++) {
            if (data.consumeProbabilityFloat() < 0.9) {
                vector.add(NAMES[i] + ":" + data.pickValue(VALUES));
            }
        }
        return vector + data.consumeString(4);
    }
}
