package org.drydock.inventory.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.text.Cataloged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BinaryCatalogerTest {
    /** A program of little more than a header and these strings, {@code ~} standing for a zero and {@code ^} for an end of line. */
    static byte[] elf(String strings) {
        byte[] header = new byte[64];
        byte[] start = {0x7f, 'E', 'L', 'F', 2, 1, 1};
        System.arraycopy(start, 0, header, 0, start.length);
        header[16] = 2;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header);
        file.writeBytes(
                ("~" + strings + "~").replace('~', '\0').replace("^", "\n").getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
    }

    private static Cataloged catalog(String name, String strings) {
        return Cataloged.by(new BinaryCataloger(), "opt/" + name, elf(strings));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx | nginx/1.25.3~nginx version: nginx/1.25.3^ | nginx 1.25.3 | certain",
                "nginx | nginx/1.25.3~ | nginx 1.25.3 | likely",
                "nginx | openresty/1.25.3.1~nginx version: openresty/1.25.3.1^ | openresty 1.25.3.1 | certain",
                "bash | @(#)Bash version 5.2.15(1) release GNU | bash 5.2.15 | likely",
                "libcrypto.so.1.1 | OpenSSL 1.1.1k  25 Mar 2021 | openssl 1.1.1k | likely",
                "libcrypto.so.3 | OpenSSL 3.0.22 25 Aug 2026~3.0.22 | openssl 3.0.22 | likely",
                "redis-server | redis_version:%s~7.0.151790282056000000000 | redis 7.0.15 | likely",
                "redis-server | redis_version:%s~7.2.4buildkitsandbox-1704825263000000000 | redis 7.2.4 | likely",
                "python3.11 | Py_BytesMain~3.11.9~3.12.1~ | python 3.11.9 | likely",
                "libpython3.13.so.1.0 | Py_Initialize~3.13.0rc2~ | python 3.13.0rc2 | likely",
                "node | node.js/v20.11.1~node-v20.11.1-headers.tar.gz | nodejs 20.11.1 | certain",
                "libjvm.so | OpenJDK 64-Bit Server VM (25+36-LTS) for linux-amd64 JRE (25+36-LTS), built | openjdk 25"
                        + " | certain",
                "java | openjdk~java~1.8~1.8.0_302-b08~ | openjdk 1.8.0_302 | likely",
                "proftpd | ProFTPD Version 1.3.8b~ | proftpd 1.3.8b | likely",
                "postgres | postgres (PostgreSQL) 16.1~PostgreSQL 16.1 on x86_64 | postgresql 16.1 | certain",
                "vault | mod\tgithub.com/hashicorp/vault\tv1.15.4\t | vault 1.15.4 | likely"
            })
    void knowsProgramsByWhatTheySay(String name, String strings, String expected, String confidence) {
        Cataloged said = catalog(name, strings);
        assertThat(said.names()).containsExactly(expected);
        assertThat(said.packages().getFirst().metadata()).isInstanceOfSatisfying(BinaryMetadata.class, binary -> {
            assertThat(binary.confidence()).isEqualTo(confidence);
            assertThat(binary.evidence()).isNotEmpty();
            assertThat(binary.products()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl | curl/8.5.8~X-Powered-By: PHP/8.5.8 | PHP's own words are not curl's",
                "python3.11 | 3.11.2~[PyPy 7.3.11 with GCC | PyPy is no CPython",
                "python3.11 | 3.12.1~Py_BytesMain | another version than its name's",
                "sqlite3 | 1.2.13~sqlite3_open | the version of zlib",
                "grafana | 9.5.1~9.4.0~github.com/grafana/grafana/pkg/ | two versions that are equally likely",
                "nginx | no words at all | nothing",
                "xyz | nginx/1.25.3~ | another name"
            })
    void claimsNoVersionWithoutEvidence(String name, String strings, String why) {
        assertThat(catalog(name, strings).names()).as(why).isEmpty();
    }

    @Test
    void countsWhatItCannotName() {
        assertThat(catalog("nginx", "nothing").diagnostics())
                .containsExactly("unidentified  a program by the name of nginx");
    }

    @Test
    void leavesScriptsAlone() {
        Cataloged said = Cataloged.by(new BinaryCataloger(), "bin/node", "#!/bin/sh\nexec node.js/v20.1.0");
        assertThat(said.names()).isEmpty();
        assertThat(said.diagnostics()).isEmpty();
    }

    @Test
    void findsWhatLiesAcrossTheEndOfAWindow() {
        String words = "nginx version: nginx/1.25.3\n";
        for (int before = (1 << 18) - 100; before < (1 << 18) + 5; before++) {
            assertThat(catalog("nginx", "~".repeat(before) + words).names()).containsExactly("nginx 1.25.3");
        }
    }

    @Test
    void readsTheTableWithoutDoubles() {
        List<Program> all = Programs.shipped().all();
        assertThat(all).hasSizeGreaterThan(70);
        Set<String> seen = new HashSet<>();
        for (Program program : all) {
            assertThat(seen.add(program.name() + program.files()))
                    .as(program.name())
                    .isTrue();
            assertThat(program.files()).as(program.name()).isNotEmpty();
            assertThat(program.products()).allMatch(product -> product.matches("[a-z0-9_.-]+:[a-z0-9_./-]+"));
            assertThat(program.statements().stream().allMatch(BytePattern::hasVersion))
                    .isTrue();
            assertThat(program.hints().stream().allMatch(BytePattern::hasVersion))
                    .isTrue();
            assertThat(program.marks().stream().noneMatch(BytePattern::hasVersion))
                    .isTrue();
            assertThat(program.statements().isEmpty() && program.hints().isEmpty())
                    .as(program.name())
                    .isFalse();
        }
    }

    @Test
    void refusesDefectivePatterns() {
        assertThatThrownBy(() -> BytePattern.of("{*}a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BytePattern.of("a{q}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BytePattern.of("\\q")).isInstanceOf(IllegalArgumentException.class);
    }
}
