package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.version.RandomVersions.Pair;
import org.junit.jupiter.api.Test;

/**
 * Our order against that of the programs which define it, where this machine has them. {@code -Ddrydock.pairs=N} asks
 * about more pairs, {@code -Ddrydock.seed=N} about others.
 */
class ToolOrderTest {
    private static final int PAIRS = Integer.getInteger("drydock.pairs", 400);
    private static final long SEED = Long.getLong("drydock.seed", 20260501);
    private static final String INVALID = "-";

    /** What we do with texts that the tool takes for no version. */
    private enum Refused {
        REFUSED_TOO,
        NOT_WELL_FORMED,
        PERHAPS_ORDERED
    }

    @Test
    void dpkg() {
        String script = """
                tab=$(printf '\\t'); dpkg --version > /dev/null || exit 3
                while IFS=$tab read -r a b; do
                  dpkg --compare-versions "$a" lt "$b"; case $? in
                    0) echo -1;;
                    1) if dpkg --compare-versions "$a" gt "$b"; then echo 1; else echo 0; fi;;
                    *) echo -;;
                  esac
                done
                """;
        check(
                VersionSchemes.DPKG,
                List.of("sh", "-c", script),
                "1 1. 0 0: 1: 1:0 02:3 9.10 a 1.0~rc 1:1-1",
                "1 0 00 10 a Z ab ~ ~~ + - - . : _ é ~rc1 +deb12u1 -1 -0 99999999999999999999",
                Refused.REFUSED_TOO);
    }

    @Test
    void rpm() {
        String script = "%{lua: for line in io.lines() do local a, b = line:match('^(.-)\\t(.*)$');"
                + " print(rpm.vercmp(a, b) .. '\\n') end}";
        check(
                VersionSchemes.RPM,
                List.of("rpm", "--eval", script),
                "1 0 1. 0:0 1:1 10 a 1:a 02 1.0 :1",
                "1 0 00 10 a Z ab ~ ^ ~rc1 ^git1 . _ + .. -1 .el9 1a 99999999999999999999",
                Refused.REFUSED_TOO);
    }

    @Test
    void gem() {
        String script = """
                STDIN.each_line do |line|
                  a, b = line.chomp.split("\\t", -1)
                  ok = Gem::Version.correct?(a) && Gem::Version.correct?(b)
                  puts ok ? Gem::Version.new(a) <=> Gem::Version.new(b) : "-"
                end
                """;
        check(
                VersionSchemes.GEM,
                List.of("ruby", "-e", script),
                "1 0 1.0 0.0 1.a 00 2.0.0 1.0.a.0.0",
                ".1 .0 .0 .0.0 .10 .a .b1 .rc.1 .pre -1 -a -a-0 .00 .A .a0 .99999999999999999999 0 _",
                Refused.REFUSED_TOO);
    }

    @Test
    void pep440() {
        String script = """
                import sys
                try:
                    from packaging.version import Version, InvalidVersion
                except ImportError:
                    from pip._vendor.packaging.version import Version, InvalidVersion
                for line in sys.stdin:
                    a, b = line.rstrip('\\n').split('\\t')
                    try:
                        a, b = Version(a), Version(b)
                        print(-1 if a < b else 0 if a == b else 1)
                    except InvalidVersion:
                        print('-')
                """;
        check(
                VersionSchemes.PEP440,
                List.of(System.getProperty("drydock.python", "python3"), "-c", script),
                "1 0 1.0 1!1 v1.2 2.0.0 0!0.0 1.0a1 1.0.post1 01",
                ".1 .0 .0.0 .10 a1 -b rc .rc.2 c1 -pre preview_3 .dev1 -dev .post -1 -2 .post2 r4 +l +1 +l.2 -x.10 .a"
                        + " 1 0 A1 .DEV0 99999999999999999999",
                Refused.NOT_WELL_FORMED);
    }

    @Test
    void semver() {
        String script = """
                const path = require('path'), fs = require('fs');
                let semver;
                try { semver = require('semver'); } catch (e) {
                  const node = fs.realpathSync(process.execPath);
                  semver = require(path.join(path.dirname(node), '../lib/node_modules/npm/node_modules/semver'));
                }
                for (const line of fs.readFileSync(0, 'utf8').split('\\n')) {
                  if (!line) continue;
                  const [a, b] = line.split('\\t');
                  console.log(semver.valid(a) && semver.valid(b) ? String(semver.compare(a, b)) : '-');
                }
                """;
        check(
                VersionSchemes.SEMVER,
                List.of("node", "-e", script),
                "1.0.0 v1.0.0 0.1.2 1.0.0-a 1.0.0-1 1.0.0-0 =1.2.3 2.10.0-rc.1",
                "-a -rc .1 .0 .a .B -1 -- +b .10 .9 1 x .1234567890 .a-b",
                Refused.PERHAPS_ORDERED);
    }

    @Test
    void composer() {
        String script = """
                require 'Composer/Semver/autoload.php';
                $parser = new Composer\\Semver\\VersionParser();
                while (($line = fgets(STDIN)) !== false) {
                    [$a, $b] = explode("\\t", rtrim($line, "\\n"));
                    try {
                        echo version_compare($parser->normalize($a), $parser->normalize($b)), "\\n";
                    } catch (UnexpectedValueException $e) {
                        echo "-\\n";
                    }
                }
                """;
        check(
                VersionSchemes.COMPOSER,
                List.of("php", "-r", script),
                "1 v1.2 1.0.0 0.1.2.3 2010-01-02 20100102 201001 2010.01.02 1.x-dev 1.0.x-dev 123456 1.0-beta",
                ".1 .0 -beta beta2 -RC1 a.1 alpha -dev .dev _dev p1 -pl2 patch.3 -stable STABLE .x .* x -10 02 .123 +b"
                        + " @dev @stable . - 1-2",
                Refused.PERHAPS_ORDERED);
    }

    private static void check(
            VersionScheme scheme, List<String> command, String starts, String pieces, Refused refused) {
        List<Pair> pairs = new RandomVersions(SEED, starts, pieces).pairs(PAIRS);
        List<String> expected = new ExternalTool(command).compare(pairs);
        assertThat(expected).hasSameSizeAs(pairs);
        List<String> wrong = new ArrayList<>();
        int decided = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            String actual = compare(scheme, pair);
            boolean agrees = expected.get(i).equals(actual);
            if (expected.get(i).equals(INVALID)) {
                agrees |= switch (refused) {
                    case REFUSED_TOO -> false;
                    case NOT_WELL_FORMED -> !isWellFormed(scheme, pair.left()) || !isWellFormed(scheme, pair.right());
                    case PERHAPS_ORDERED -> true;
                };
            } else {
                decided++;
            }
            if (!agrees) {
                wrong.add(pair + ": " + command.getFirst() + " says " + expected.get(i) + ", we " + actual);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(decided).as("pairs that the tool ordered").isGreaterThan(PAIRS / 8);
    }

    private static boolean isWellFormed(VersionScheme scheme, String version) {
        try {
            return scheme.key(version).isWellFormed();
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    private static String compare(VersionScheme scheme, Pair pair) {
        try {
            return String.valueOf(Integer.signum(scheme.compare(pair.left(), pair.right())));
        } catch (InvalidVersionException e) {
            return INVALID;
        }
    }
}
