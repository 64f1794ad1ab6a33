package org.drydock.runtime.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        *          ~ ``       ~ true
        *          ~ .a/b     ~ true
        a*c        ~ a/b/c    ~ true
        a?c        ~ a/c      ~ true
        a?c        ~ ac       ~ false
        a*b*c      ~ axbxbyc  ~ true
        a*b*c      ~ axbxby   ~ false
        [a-c]x     ~ bx       ~ true
        [!a-c]x    ~ bx       ~ false
        [^a-c]x    ~ dx       ~ true
        []]        ~ ]        ~ true
        [a         ~ [a       ~ true
        [[:digit:]]x ~ 7x     ~ true
        [[:alpha:]]x ~ 7x     ~ false
        \\*        ~ *        ~ true
        \\*        ~ a        ~ false
        A*         ~ abc      ~ false
        """)
    void patterns(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void caseMayBeIgnored() {
        assertThat(Glob.ignoringCase("A[B-D]*").matches("acX")).isTrue();
        assertThat(Glob.ignoringCase("é").matches("É")).isFalse();
    }

    @Test
    void manyStarsEnd() {
        assertThat(Glob.of("a*".repeat(2_000) + "b").matches("a".repeat(20_000)))
                .isFalse();
    }
}
