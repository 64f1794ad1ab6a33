package org.drydock.policy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.txt              ; a.txt                     ; true",
                "*.txt              ; a.txt                     ; true",
                "*.txt              ; d/a.txt                   ; false",
                "**/*.txt           ; d/e/a.txt                 ; true",
                "**/*.txt           ; a.txt                     ; true",
                "/app/**            ; /app/x/y                  ; true",
                "/app/**            ; /app                      ; true",
                "/app/**            ; /apple                    ; false",
                "/app/**/z          ; /app/z                    ; true",
                "/app/**/z          ; /app/x/y/z                ; true",
                "**                 ; /any/thing                ; true",
                "a**                ; ab/c                      ; false",
                "a?c                ; abc                       ; true",
                "a?c                ; a/c                       ; false",
                "[a-c]x             ; bx                        ; true",
                "[^a-c]x            ; bx                        ; false",
                "[!a-c]x            ; dx                        ; true",
                "{one,two}.js       ; two.js                    ; true",
                "{one,two}.js       ; three.js                  ; false",
                "{a,b{c,d}}         ; bd                        ; true",
                "a\\*b              ; a*b                       ; true",
                "a\\*b              ; axb                       ; false",
                "a.b*               ; axb                       ; false",
                "CVE-2023-*         ; CVE-2023-1                ; true",
            })
    void globs(String glob, String text, boolean expected) {
        assertThat(TextPattern.glob(glob).test(text)).isEqualTo(expected);
    }

    @Test
    void pathsMatchWithAndWithoutTheRoot() {
        assertThat(TextPattern.pathGlob("app/*.jar").test("/app/a.jar")).isTrue();
        assertThat(TextPattern.pathGlob("/app/*.jar").test("/app/a.jar")).isTrue();
        assertThat(TextPattern.pathGlob("/app/*.war!/**").test("/app/a.war!/WEB-INF/lib/b.jar"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lodash                     ; lodash                ; true",
                "lodash                     ; lodash2               ; false",
                "linux(-.*)?-headers-.*     ; linux-headers-6.1     ; true",
                "linux.*                    ; linux                 ; true",
                "a|b                        ; ax                    ; true",
                "golang.org/x/net           ; golang.org/x/net      ; true",
                "(a+)+                      ; aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab ; false",
            })
    void regularExpressions(String expression, String text, boolean expected) {
        assertThat(TextPattern.regex(expression).test(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "[a", "a\\", "[z-a]*"})
    void whatIsNoGlobIsRefused(String glob) {
        assertThatThrownBy(() -> TextPattern.glob(glob)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a(?=b)", "x{5000}"})
    void whatIsNoRegularExpressionIsRefused(String expression) {
        assertThatThrownBy(() -> TextPattern.regex(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
