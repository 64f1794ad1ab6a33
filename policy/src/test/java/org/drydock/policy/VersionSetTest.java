package org.drydock.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.drydock.core.Purl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionSetTest {
    private static final Purl OF = new Purl("npm", "", "x", "1");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.5                            ; 1.5     ; true",
                "1.5                            ; 1.6     ; false",
                "= 1.5                          ; 1.50    ; true",
                "< 2                            ; 1.9     ; true",
                "< 2                            ; 2       ; false",
                "<= 2                           ; 2       ; true",
                ">= 1, < 2                      ; 1       ; true",
                ">= 1, < 2                      ; 2       ; false",
                ">= 1, < 2                      ; 0.9     ; false",
                "!= 1.5                         ; 1.5     ; false",
                "!= 1.5                         ; 1.6     ; true",
                "< 2                            ; odd     ; false",
                "odd                            ; odd     ; true",
                "!= odd                         ; 1       ; false",
                "vers:npm/*                     ; odd     ; true",
                "vers:npm/1.2                   ; 1.2     ; true",
                "vers:npm/1.2|1.4               ; 1.4     ; true",
                "vers:npm/1.2|1.4               ; 1.3     ; false",
                "vers:npm/>=1|<2|>=3|<4         ; 3.5     ; true",
                "vers:npm/>=1|<2|>=3|<4         ; 2.5     ; false",
                "vers:npm/<1|>=2|<3             ; 0.5     ; true",
                "vers:npm/<1|>=2|<3             ; 1.5     ; false",
                "vers:npm/>=2                   ; 7       ; true",
                "vers:npm/>=1|!=1.5|<2          ; 1.5     ; false",
                "vers:npm/>=1|!=1.5|<2          ; 1.6     ; true",
                "vers:npm/!=1.5                 ; 1.6     ; true",
                "vers:npm/1%2E2                 ; 1.2     ; true",
            })
    void holdsWhatItSays(String set, String version, boolean expected) {
        assertThat(VersionSet.parse(set).holds(OF, version, TestFindings.NUMBERS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "< 1, ", "1 || 2", "vers:npm", "vers:npm/", "vers:npm/|", "^!", "a<b"})
    void whatIsNoSetIsRefused(String text) {
        assertThatThrownBy(() -> VersionSet.parse(text.replace("^!", "!= ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a version");
    }
}
