package org.drydock.inventory.apk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.inventory.CatalogedPackage;
import org.drydock.inventory.SourcePackage;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.DiagnosticBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApkCatalogerTest {
    private static final String TWO = """
            C:Q1BTMPnmK4zQ1QbgzmEU6X7yFZTyk=
            P:libcrypto1.1
            V:1.1.1g-r0
            A:x86_64
            S:1211000
            T:Crypto library from openssl
            L:OpenSSL AND MIT
            o:openssl
            D:so:libc.musl-x86_64.so.1
            F:etc
            F:etc/ssl
            R:openssl.cnf
            a:0:0:644
            Z:Q1wvQ4Jq=
            R:with space
            F:
            R:toplevel

            C:Q1=
            P:.build-deps
            V:20200601.120000
            A:noarch
            """;

    private static Cataloged installed(String content) {
        return Cataloged.by(new ApkCataloger(), "lib/apk/db/installed", content);
    }

    @Test
    void readsPackagesWithTheirOrigin() {
        List<CatalogedPackage> packages = installed(TWO).packages();
        assertThat(packages).hasSize(2);
        CatalogedPackage crypto = packages.getFirst();
        assertThat(crypto.name()).isEqualTo("libcrypto1.1");
        assertThat(crypto.version()).isEqualTo("1.1.1g-r0");
        assertThat(crypto.architecture()).isEqualTo("x86_64");
        assertThat(crypto.licenses()).containsExactly("OpenSSL AND MIT");
        assertThat(crypto.source()).isEqualTo(new SourcePackage("openssl", "1.1.1g-r0"));
        assertThat(packages.getLast().source()).isEqualTo(new SourcePackage(".build-deps", "20200601.120000"));
        assertThat(packages.getLast().licenses()).isEmpty();
    }

    @Test
    void filesBelongToThePackageAbove() {
        assertThat(installed(TWO).owned())
                .containsExactly(
                        "apk libcrypto1.1 etc/ssl/openssl.cnf",
                        "apk libcrypto1.1 etc/ssl/with space",
                        "apk libcrypto1.1 toplevel");
    }

    @Test
    void lettersMatterInTheirCase() {
        assertThat(installed("P:a\np:so:x=1\nV:1\nA:x86_64\no:a\nL:MIT\n").names())
                .containsExactly("a 1");
    }

    @Test
    void brokenBlocksDoNotHideTheOthers() {
        Cataloged said = installed("V:1\nR:x\n\nP:a\n\nP:b\nV:2\nrubbish\nP:c\nV:3");
        assertThat(said.names()).containsExactly("b 2", "c 3");
        assertThat(said.owned()).isEmpty();
        assertThat(said.diagnostics())
                .containsExactly(
                        "WARNING malformed-line:2",
                        "NOT_EXAMINED broken-stanza:1",
                        "NOT_EXAMINED broken-stanza:4",
                        "WARNING malformed-line:8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void anEmptyDatabaseIsNotAnEmptySystem(String text) {
        assertThat(installed(text).diagnostics()).containsExactly("NOT_EXAMINED empty-package-database");
    }

    @Test
    void longPathsAreRefused() {
        String half = "x".repeat(3000);
        Cataloged said = installed("P:a\nV:1\nF:" + half + "\nR:" + half + "\nR:ok\n");
        assertThat(said.owned()).containsExactly("apk a " + half + "/ok");
        assertThat(said.diagnostics()).containsExactly("WARNING malformed-line:4");
    }

    @Test
    void garbageIsBounded() {
        assertThat(installed("\uFFFD\n".repeat(10_000)).diagnostics()).hasSize(DiagnosticBudget.MOST + 1);
    }
}
