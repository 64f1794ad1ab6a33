package org.drydock.vuln.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModuleStreamsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Important: nodejs:18 security update                    | ''                              | nodejs:18",
                "Moderate: 389-ds:1.4 security update                    | ''                              | 389-ds:1.4",
                "ALSA-2022:5468: php:8.0 security update (Important)     | ''                              | php:8.0",
                "mariadb:10.3 and mariadb-devel:10.3 update              | ''                              | mariadb:10.3 mariadb-devel:10.3",
                "container-tools:rhel8 bug fix update                    | ''                              | container-tools:rhel8",
                "Important: varnish security update                      | at 10:30 see https://e:8080/x   | ''",
                "ruby security update                                    | The ruby:3.1 module was changed | ruby:3.1",
                "ruby security update                                    | std::string and foo:bar         | ''",
                "RHSA-2020:1234 update                                   | ''                              | ''"
            })
    void findsStreamsInText(String summary, String details, String expected) {
        assertThat(String.join(" ", ModuleStreams.named(summary, details))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1-2.module_el8.5.0+246+05401605, true", "1-2.module+el8.4.0+1, true", "1-2.el8, false"})
    void knowsModularVersions(String version, boolean modular) {
        assertThat(ModuleStreams.isModular(version)).isEqualTo(modular);
    }
}
