package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small tables from the definitions; every version of a chain is compared with every other. */
class SchemeTablesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dpkg | 1.0~~ < 1.0~~a < 1.0~ < 1.0~rc1-1 < 1.0 = 1.0-0 = 0:1.0 = 00:1.00 < 1.0-1 < 1.0-1+b1 \
                < 1.0a < 1.0+b
        dpkg | 9 < 10 < 10.9 < 10.10 < 10.99999999999999999999 < 10.100000000000000000000 < 1:0
        dpkg | 1.2-3~bpo11+1 < 1.2-3 < 1.2-3+deb12u1 < 1.2-3.1 < 1.2-10 < 1.2-a-1 < 1.2.1
        dpkg | a < aa < ab < b < b1 < ba < b+
        apk | 1.2_alpha < 1.2_alpha1 < 1.2_beta < 1.2_pre < 1.2_rc1 < 1.2 < 1.2-r0 < 1.2-r1 < 1.2-r10 \
                < 1.2_cvs
        apk | 1.2_cvs < 1.2_svn < 1.2_git < 1.2_hg < 1.2_p < 1.2_p0 < 1.2_p1-r0 < 1.2_p1_p1 < 1.2_p10 \
                < 1.2a < 1.2b
        apk | 1 < 1.0 < 1.00 < 1.001 < 1.01 < 1.0101 < 1.1 < 1.2 < 1.10 < 2 = 02 < 10
        apk | 1.2b_rc1 < 1.2b < 1.2b-r1 < 1.2b_p < 1.2.0 < 1.2.0~ab12 < 1.2.0~ab13
        apk | 3.1.4_alpha_rc1 < 3.1.4_alpha < 3.1.4_alpha_p1 < 3.1.4
        apk | 1.0X < 1.0Y < 1.0 < 1.0-r1
        rpm | 1.0~~ < 1.0~rc1 < 1.0 = 0:1.0 = (none):1.0 < 1.0-1 < 1.0-1.el9 < 1.0-1.1 < 1.0^ \
                < 1.0^git1 < 1.0a < 1.0.1
        rpm | 1.0.a < 1.0.b = 1.0b = 1.0_b < 1.0.bb < 1.0.0 = 1.0.00 < 1.0.1 < 2 < 1:0.1
        rpm | 2.050 = 2.50 = 2..50 = 2.50. < 2.50.a < 2.50.1
        rpm | 5.14.0-70.el9 < 5.14.0-70.el9_0 < 5.14.0-70.13.1.el9_0 < 5.14.0-284.11.1.el9_2
        maven | 1-alpha = 1-ALPHA < 1-alpha-1 = 1a1 < 1-beta < 1b2 = 1-beta-2 < 1-milestone < 1m1 \
                < 1-rc = 1-cr < 1-rc2 < 1-snapshot
        maven | 1-SNAPSHOT < 1 = 1.0 = 1.0.0 = 1-ga = 1.final = 1.0.RELEASE = 1-0 = 1. < 1-sp < 1-foo \
                < 1-foo2 < 1-foo10 < 1-xyz
        maven | 1-xyz < 1-1 = 1-ga-1 < 1-1.1 < 1-2 < 1.0.1 < 1.1-alpha < 1.1 < 1.10 \
                < 1.99999999999999999999
        maven | 1.2.alpha1 < 1.2.beta1 < 1.2.rc1 < 1.2-alpha1 < 1.2-rc1 < 1.2 = 1.2.Final < 1.2.sp1 \
                < 1.2.v1 < 1.2-v1 < 1.2-1 < 1.2.1
        maven | 2.0.0.RC1 < 2.0.0 < 2.0.0-1 < 2.0.0.1
        maven | r08 < r09 < 1-r1 < ٢.0 = 2
        semver | 1.0.0-0 < 1.0.0-1 < 1.0.0-2 < 1.0.0-10 < 1.0.0-99999999999999999999 < 1.0.0-1a \
                < 1.0.0-A < 1.0.0-a < 1.0.0-a.1 < 1.0.0-a.1.0
        semver | 1.0.0-a.b < 1.0.0-a-b < 1.0.0-rc.1 = v1.0.0-rc.1+x < 1.0.0 = 1 = v1.0 = =1.0.0 \
                = 01.00.0 < 1.0.1 < 1.10.0 < 2
        semver | 1.2.3-alpha = 1.2.3alpha < 1.2.3 = 1.2.3+5
        semver | 1.2.2 < 1.2.3.4 < 1.2.3.5 < 1.2.3.10 < 1.2.3
        go | v0.0.0-20190101000000-abcdefabcdef < v0.0.0-20200101000000-000000000000 < v0.0.0 \
                < v0.0.1-0.20200101000000-abcdefabcdef < v0.0.1
        go | 1.21.0-0 < go1.21beta1 = 1.21.0-beta.1 < 1.21rc2 = 1.21.0-rc.2 = go1.21rc2 < go1.21rc10 \
                < go1.21 = go1.21.0 = 1.21 = v1.21.0 < go1.21.1
        go | go1.22.1 = go1.22.1-acme = go1.22.1+auto = 1.22.1 = v1.22.1 < 1.22.2-0 < 1.22.2
        go | v1.9.0 < v2.0.0+incompatible = v2.0.0 < v10.0.0
        pep440 | 1.dev0 < 1.0.dev1 < 1.0a1.dev1 < 1.0a1 = 1alpha1 = 1.0-a.1 < 1.0a1.post1 < 1.0b1 \
                < 1.0rc1 = 1.0c1 = 1.0-PREVIEW_1 < 1.0
        pep440 | 1.0 = 1 = v1.0.0 < 1.0+a < 1.0+a.a < 1.0+a.1 < 1.0+b = 1.0+B < 1.0+1 < 1.0+2 \
                = 1.0+02 < 1.0+10 < 1.0.post0.dev1 < 1.0-0 = 1.0.post = 1.0-r0
        pep440 | 1.0.post1 = 1.0-1 = 1.0rev1 < 1.0.1 < 1.10 < 2012.4 < 1!0.1 < 2!0
        pep440 | 2004d < 2004e < 2005-final < 0a1 < 0
        gem | 1.a < 1.a.0.1 = 1.0.a.0.1 < 1.b1 < 1.rc2 < 1.rc10 < 1 = 1.0 = 1.0.0 < 1.0.1 < 1.1.pre \
                < 1.1 < 1.10
        gem | 1-a < 1.0.pre.b < 1-1 = 1.pre.1 < 1 < 1.0.0.0.1 < 1.0.1 < 1.1
        gem | 1.A < 1.a.a < 1.a.0.a < 1.a < 1.ab < 1.b < 1.99999999999999999999
        gem | 1.b.0.a < 1.b < 1.b.0.0.1 < 1.b.0.1 < 1.b.1
        nuget | 1.0.0--5 < 1.0.0--1 < 1.0.0-0 = 1.0.0--0 < 1.0.0-2 = 1.0-02 < 1.0.0-10 \
                < 1.0.0-20240101120000 < 1.0.0-9999999999 < 1.0.0-alpha
        nuget | 1-alpha = 1.0.0.0-ALPHA < 1-alpha.1 < 1-alpha.B < 1-alpha.c < 1-beta < 1 = 1.0.0.0+x \
                < 1.0.0.1-a < 1.0.0.1 < 1.0.1
        composer | 1.0.0-dev < 1.0-alpha = 1.0.0a < 1.0-alpha1 = 1.0.0.0-ALPHA.1 < 1.0b2 \
                < 1.0-RC1-dev < 1.0-rc1 < 1.0 = v1.0.0.0 = 1.0+b = 1.0-stable
        composer | 1.0 < 1.0-p1 = 1.0-patch.1 = 1.0pl1 < 1.0.0.1 < 1.0.1 < 1.0.x-dev < 1.1 < 1.x-dev \
                < 2-dev < 2
        composer | 2010-01-02 < 2010-01-02.5 < 2010.2 < 20100102 < 20100102-203040
        bitnami | 1.2.3-rc.1 < 1.2.3-rc.1-1 < 1.2.3 = 1.2.3-0 = v1.2.3 < 1.2.3-1 < 1.2.3-10 < 1.2.3.1 \
                < 1.2.3.1-2 < 1.2.4 < 1.10
        dotted | 0 < 0.9-1 = 0.9.1 < 0.10 < 1 < 1.0 < 1.0.0 < 1.0-1 = 1.00.01 < 1.2 < 2
        """)
    void chainHolds(String id, String chain) {
        VersionScheme scheme = VersionSchemes.byId(id).orElseThrow();
        String[] words = chain.split(" +", -1);
        for (int i = 0; i < words.length; i += 2) {
            int expected = 0;
            for (int j = i; j < words.length; j += 2) {
                expected = j > i && words[j - 1].equals("<") ? -1 : expected;
                String pair = words[i] + " and " + words[j];
                assertThat(Integer.signum(scheme.compare(words[i], words[j])))
                        .as(pair)
                        .isEqualTo(expected);
                assertThat(Integer.signum(scheme.compare(words[j], words[i])))
                        .as(pair)
                        .isEqualTo(-expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dpkg | :1, a:1, 3000000000:1, 1:, 1-, 1:-1, 1 2, 1:
        apk | unknown
        rpm | ..., 1:, -1
        maven | ${project.version}, 1.${x}, RELEASE, latest
        semver | a, v, x.1, .1, 1.2.3-a b, 1.0.0-é, -1
        go | (devel), devel go1.23-abc, go1.25-devel_abc, go, gopher
        pep440 | none, UNKNOWN
        gem | a, 1a, 1..2, 1., 1.2_3, 1-, 1-., .1, 1 2
        nuget | a, 1.2.3.4.5, 1-, 1-a..b, 1+, 1.x, 1-é, v1
        composer | dev-main, DEV-x, master, 1.2.3.4.5, 1.x, 1.0-foo, 1..0, 1.0-2, x-dev, 1.0+, v
        bitnami | a, latest
        dotted | a, 1.a, 1., 1..2, .1, 1_2
        """)
    void refuses(String id, String versions) {
        VersionScheme scheme = VersionSchemes.byId(id).orElseThrow();
        for (String version : versions.split(", ", -1)) {
            assertThatThrownBy(() -> scheme.key(version), "%s: %s", id, version)
                    .isInstanceOf(InvalidVersionException.class)
                    .hasMessageStartingWith("not a " + id + " version: \"");
        }
    }

    @ParameterizedTest
    @CsvSource({"dpkg", "apk", "rpm", "maven", "semver", "go", "pep440", "gem", "nuget", "composer", "bitnami", "dotted"
    })
    void everySchemeRefusesWhatIsNoVersion(String id) {
        VersionScheme scheme = VersionSchemes.byId(id).orElseThrow();
        for (String version :
                List.of("", " ", "unknown", "UNKNOWN", "null", "none", "(none)", "latest", "*", "1".repeat(9000))) {
            assertThatThrownBy(() -> scheme.key(version), version).isInstanceOf(InvalidVersionException.class);
        }
        assertThat(scheme.compare(" 1.2.3\n", "1.2.3")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        apk | 1.2.3_rc1_p2~abc-r4, 1a, 02.003 | 1-r, 1-ra, 1.2-3, 1.2X, 1., 1_foo, a, 1.2ab, 1-r1-r2
        semver | 1.2.3, v1.2, 1.2.3-rc.1+x, 1 | 1.2.3.4, 1.2.3rc1, 1.2.3-, 1.2.3-a..b, 1.2.3-a_b
        go | v1.2.3-0.20200101000000-abcdef, go1.22rc1, 1.22 | v1.2.3.4, 1.2.3-
        pep440 | 1.0, 1.0.dev1+local, 1.0a. | 2004d, 1.0.x, dev, 1.0+
        bitnami | 1.2.3-4, 1.2.3.4-5 | 1.2.3_4
        dpkg | 1_2 |
        """)
    void tellsWhatIsWellFormed(String id, String wellFormed, @Nullable String others) {
        VersionScheme scheme = VersionSchemes.byId(id).orElseThrow();
        assertThat(wellFormed.split(", ", -1))
                .allMatch(version -> scheme.key(version).isWellFormed());
        if (others != null) {
            assertThat(others.split(", ", -1))
                    .noneMatch(version -> scheme.key(version).isWellFormed());
        }
    }
}
