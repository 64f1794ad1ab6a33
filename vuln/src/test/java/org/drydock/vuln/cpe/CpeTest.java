package org.drydock.vuln.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CpeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpe:2.3:a:acme:x\\:y\\!z:1\\.0:rc1:*:*:*:node.js:*:* | x:y!z | 1.0 | rc1 | node.js",
                "cpe:/a:acme:x%21y:2.0:sp1                             | x!y   | 2.0 | sp1 | *",
                "cpe:/a:redhat:enterprise_linux:9::appstream           | enterprise_linux | 9 | * | *",
                "cpe:/a:acme:plug:1::~~~wordpress~~                    | plug  | 1   | *   | wordpress",
                "cpe:/o:acme:os                                        | os    | *   | *   | *",
                "cpe:2.3:o:acme:os:-                                   | os    | -   | *   | *"
            })
    void readsNames(String text, String product, String version, String update, String targetSoftware) {
        Cpe cpe = Cpe.parse(text).orElseThrow();

        assertThat(cpe.product()).isEqualTo(product);
        assertThat(cpe.version()).isEqualTo(version);
        assertThat(cpe.update()).isEqualTo(update);
        assertThat(cpe.targetSoftware()).isEqualTo(targetSoftware);
        assertThat(Cpe.parse(cpe.formatted())).contains(cpe);
        assertThat(cpe.anyVersion().version()).isEqualTo(Cpe.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cpe", "cpe:2.3:a", "cpe:2.3:z:a:b", "cpe:2.3:a:b:c:1:2:3:4:5:6:7:8:9"})
    void knowsWhatIsNoName(String text) {
        assertThat(Cpe.parse(text)).isEmpty();
    }
}
