package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToIntBiFunction;
import org.drydock.vuln.version.RandomVersions.Pair;
import org.junit.jupiter.api.Test;

/** The order of keys against orders that know no keys. */
class PlainOrderTest {
    private static final int PAIRS = 20_000;
    private static final long SEED = 20260502;

    @Test
    void dpkg() {
        check(
                VersionSchemes.DPKG,
                PlainOrders::dpkg,
                "1 1. 0 0:0 1:1 02:3 9.10 a 1.0~rc 1:1-1",
                "1 0 00 10 a Z ab ~ ~~ + . : _ ~rc1 +deb12u1 -1 -0 -a 99999999999999999999");
    }

    @Test
    void rpm() {
        check(
                VersionSchemes.RPM,
                PlainOrders::rpm,
                "1 0 1. 0:0 1:1 10 a 1:a 02 1.0",
                "1 0 00 10 a Z ab ~ ^ ~rc1 ^git1 . _ + .. -1 .el9 1a 99999999999999999999");
    }

    @Test
    void gem() {
        check(
                VersionSchemes.GEM,
                PlainOrders::gem,
                "1 0 1.0 0.0 1.a 00 2.0.0 1.0.a.0.0",
                ".1 .0 .0 .0.0 .10 .a .b1 .rc.1 .pre -1 -a -a-0 .00 .A .a0 .99999999999999999999");
    }

    @Test
    void apk() {
        int decided = 0;
        for (Pair pair : new RandomVersions(
                        SEED,
                        "1 0 10 01 1.0 1.2 1.2.3 00 a .1",
                        ".0 .1 .01 .10 .001 a b _alpha _pre2 _rc1 _p _p1 _git20240101 _foo _ ~ab ~12 -r0 -r1"
                                + " -r -r10 X .")
                .pairs(PAIRS)) {
            Integer expected = PlainApk.compare(pair.left(), pair.right());
            int actual = VersionSchemes.APK.compare(pair.left(), pair.right());
            if (expected != null) {
                decided++;
                assertThat(Integer.signum(actual)).as("%s", pair).isEqualTo(Integer.signum(expected));
            } else {
                assertThat(VersionSchemes.APK.key(pair.left()).isWellFormed())
                        .as("%s", pair)
                        .isFalse();
            }
        }
        assertThat(decided).isGreaterThan(PAIRS / 2);
    }

    private static void check(
            VersionScheme scheme, ToIntBiFunction<String, String> plain, String starts, String pieces) {
        int decided = 0;
        for (Pair pair : new RandomVersions(SEED, starts, pieces).pairs(PAIRS)) {
            int actual;
            try {
                actual = Integer.signum(scheme.compare(pair.left(), pair.right()));
            } catch (InvalidVersionException e) {
                continue;
            }
            decided++;
            assertThat(actual)
                    .as("%s", pair)
                    .isEqualTo(Integer.signum(plain.applyAsInt(pair.left(), pair.right())))
                    .isEqualTo(-Integer.signum(scheme.compare(pair.right(), pair.left())));
        }
        assertThat(decided).isGreaterThan(PAIRS / 4);
    }
}
