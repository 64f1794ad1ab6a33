package org.drydock.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.drydock.core.Status;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.testkit.SharedFolder;
import org.drydock.vuln.version.ExternalTool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Verdicts about packages of languages against the OSV schema's own algorithm, with the order of the language's own tool:
 * versions at the borders of published ranges, and a step to either side of them. {@code -Ddrydock.pairs=N} asks about
 * more, {@code -Ddrydock.seed=N} about others.
 */
class OsvDifferentialTest {
    private static final int PAIRS = Integer.getInteger("drydock.pairs", 4000);
    private static final long SEED = Long.getLong("drydock.seed", 20260501);

    @TempDir
    private Path folder;

    /** An ecosystem, its steps aside from a border, and the program that orders its versions. */
    enum Ecosystem {
        GO("Go", PackageType.GO, "-0 -rc.1 .1"),
        PYPI("PyPI", PackageType.PYTHON, "a1 rc2 .dev1 .post1 .1 .0"),
        CRATES("crates.io", PackageType.CRATES, "-0 -alpha.1 -rc.1"),
        RUBYGEMS("RubyGems", PackageType.RUBYGEMS, ".1 .0 .a .rc1 .pre"),
        PACKAGIST("Packagist", PackageType.PACKAGIST, ".1 -beta1 -RC1 -alpha -p1 -dev");

        private final String name;
        private final PackageType type;
        private final String steps;

        Ecosystem(String name, PackageType type, String steps) {
            this.name = name;
            this.type = type;
            this.steps = steps;
        }

        ExternalTool tool() {
            return new ExternalTool(
                    switch (this) {
                        case GO, CRATES -> ORDER_OF_NODE;
                        case PYPI -> ORDER_OF_PYTHON;
                        case RUBYGEMS -> ORDER_OF_RUBY;
                        case PACKAGIST -> ORDER_OF_PHP;
                    });
        }
    }

    private static final List<String> ORDER_OF_NODE = List.of("node", "-e", """
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
        """);

    private static final List<String> ORDER_OF_PYTHON =
            List.of(System.getProperty("drydock.python", "python3"), "-c", """
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
                """);

    private static final List<String> ORDER_OF_RUBY = List.of("ruby", "-e", """
        STDIN.each_line do |line|
          a, b = line.chomp.split("\\t", -1)
          ok = Gem::Version.correct?(a) && Gem::Version.correct?(b)
          puts ok ? Gem::Version.new(a) <=> Gem::Version.new(b) : "-"
        end
        """);

    private static final List<String> ORDER_OF_PHP = List.of("php", "-r", """
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
        """);

    /** A version of a package, and a record that speaks of the package in one entry or more. */
    private record Sample(String name, String version, String record) {}

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsThatOfTheSchema(Ecosystem ecosystem) throws IOException {
        Path zip = SharedFolder.find("advisories/osv/" + ecosystem.name + "/all.zip")
                .orElse(null);
        assumeTrue(zip != null, "skipped: there is no shared/advisories/osv/" + ecosystem.name);
        List<JsonValue> records = records(zip);
        Map<Sample, List<JsonValue>> samples = samples(ecosystem, records);
        OsvOracle oracle = new OsvOracle();
        samples.forEach((sample, entries) -> entries.forEach(entry -> oracle.isVulnerable(entry, sample.version)));
        oracle.ask(ecosystem.tool());

        List<Package> packages = new ArrayList<>();
        samples.keySet().stream()
                .map(sample -> Installed.language(ecosystem.type, sample.name, sample.version))
                .distinct()
                .forEach(packages::add);
        Verdicts verdicts = Verdicts.of(List.of(zip), folder, Installed.in(null, packages.toArray(Package[]::new)));

        List<String> wrong = new ArrayList<>();
        int compared = 0;
        int affected = 0;
        for (Map.Entry<Sample, List<JsonValue>> entry : samples.entrySet()) {
            Sample sample = entry.getKey();
            boolean expected;
            try {
                expected = isVulnerable(oracle, entry.getValue(), sample.version);
            } catch (OsvOracle.Refused e) {
                continue;
            }
            List<Status> actual = verdicts.of(sample.name, sample.version, sample.record);
            compared++;
            affected += expected ? 1 : 0;
            if (actual.contains(Status.AFFECTED) != expected || actual.contains(Status.UNKNOWN)) {
                wrong.add(sample + ": the schema says " + (expected ? "affected" : "not") + ", we " + actual);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).as("verdicts compared").isGreaterThan(PAIRS * 3 / 4);
        assertThat(affected).as("of them affected").isBetween(compared / 10, compared * 9 / 10);
    }

    private static boolean isVulnerable(OsvOracle oracle, List<JsonValue> entries, String version) {
        boolean vulnerable = false;
        for (JsonValue entry : entries) {
            vulnerable |= oracle.isVulnerable(entry, version);
        }
        return vulnerable;
    }

    private static List<JsonValue> records(Path zip) throws IOException {
        List<JsonValue> records = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> entries = file.stream()
                    .filter(entry -> entry.getName().endsWith(".json"))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .toList();
            for (ZipEntry entry : entries) {
                JsonValue record = JsonReader.read(file.getInputStream(entry).readAllBytes(), entry.getName());
                if (record.get("withdrawn").isNull()) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private static Map<Sample, List<JsonValue>> samples(Ecosystem ecosystem, List<JsonValue> records) {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Sample, List<JsonValue>> samples = new LinkedHashMap<>();
        for (int tries = 0; samples.size() < PAIRS && tries < PAIRS * 50; tries++) {
            JsonValue record = records.get(random.nextInt(records.size()));
            List<JsonValue> affected = record.get("affected").elements();
            if (affected.isEmpty()) {
                continue;
            }
            JsonValue entry = affected.get(random.nextInt(affected.size()));
            String name = entry.get("package").get("name").text("");
            List<String> borders = borders(entry);
            if (borders.isEmpty()
                    || !entry.get("package").get("ecosystem").text("").equals(ecosystem.name)) {
                continue;
            }
            String border = borders.get(random.nextInt(borders.size()));
            String version = aside(border, List.of(ecosystem.steps.split(" ", -1)), random);
            List<JsonValue> ofName = affected.stream()
                    .filter(a -> a.get("package").get("name").text("").equals(name)
                            && a.get("package").get("ecosystem").text("").equals(ecosystem.name))
                    .toList();
            samples.put(new Sample(name, version, record.get("id").text("")), ofName);
        }
        return samples;
    }

    private static List<String> borders(JsonValue entry) {
        List<String> borders = new ArrayList<>();
        for (JsonValue range : entry.get("ranges").elements()) {
            if (!range.get("type").text("").equals("GIT")) {
                range.get("events")
                        .elements()
                        .forEach(event -> event.members().values().forEach(value -> borders.add(value.text(""))));
            }
        }
        borders.remove("0");
        return borders;
    }

    /** The border itself, a number more or less at its end, or with something behind it. */
    private static String aside(String border, List<String> steps, SplittableRandom random) {
        int end = border.length();
        int start = end;
        while (start > 0 && Character.isDigit(border.charAt(start - 1))) {
            start--;
        }
        boolean number = start < end && end - start < 10;
        return switch (random.nextInt(4)) {
            case 0 -> border;
            case 1 -> border + steps.get(random.nextInt(steps.size()));
            case 2 -> number ? border.substring(0, start) + (Long.parseLong(border.substring(start)) + 1) : border;
            default ->
                number && !border.substring(start).equals("0")
                        ? border.substring(0, start) + (Long.parseLong(border.substring(start)) - 1)
                        : border + steps.getFirst();
        };
    }
}
