package org.drydock.vuln.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drydock.json.JsonValue;
import org.drydock.vuln.cvss.Cvss;
import org.drydock.vuln.starter.Starter.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StarterSetTest {
    private static final Pattern ID = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,7}|GHSA(-[23456789cfghjmpqrvwx]{4}){3}");
    private static final Pattern ALIAS =
            Pattern.compile("CVE-[0-9-]+|GHSA-[0-9a-z-]+|PYSEC-[0-9-]+|GO-[0-9-]+|NSWG-ECO-[0-9]+");

    private static final Map<String, Pattern> ECOSYSTEMS = Map.of(
            "alpine.jsonl", Pattern.compile("Alpine:v3\\.[0-9]{1,2}"),
            "debian.jsonl", Pattern.compile("Debian:1[12]"),
            "go.jsonl", Pattern.compile("Go"),
            "maven.jsonl", Pattern.compile("Maven"),
            "npm.jsonl", Pattern.compile("npm"),
            "pypi.jsonl", Pattern.compile("PyPI"),
            "rhel.jsonl", Pattern.compile("(AlmaLinux|Rocky Linux):[89]"));

    /** What versions of each family look like; whether they parse in their scheme is the schemes' business. */
    private static final Map<String, Pattern> VERSIONS = Map.of(
            "alpine.jsonl", Pattern.compile("[0-9]+(\\.[0-9]+)*[a-z]?(_(rc|p|git|pre)[0-9]*)*(p[0-9]+)?-r[0-9]+"),
            "debian.jsonl", Pattern.compile("([0-9]+:)?[0-9][0-9A-Za-z.+~-]*"),
            "go.jsonl",
                    Pattern.compile("0|[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+incompatible)?|1\\.[0-9]+\\.0-0"),
            "maven.jsonl", Pattern.compile("[0-9]+([.-][0-9A-Za-z]+)*"),
            "npm.jsonl", Pattern.compile("0|[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?"),
            "pypi.jsonl", Order.PYTHON,
            "rhel.jsonl", Pattern.compile("([0-9]+:)?[0-9][0-9A-Za-z.]*-[0-9]+(\\.[0-9A-Za-z_]+)+"));

    static List<String> files() {
        return StarterSet.files();
    }

    @Test
    void holdsWhatTheDocumentationSays() throws IOException {
        Path root = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/starter-set.md")))
                .findFirst()
                .orElseThrow();
        String documentation = Files.readString(root.resolve("docs/starter-set.md"));
        Set<String> vulnerabilities = new HashSet<>();
        int all = 0;
        for (String file : StarterSet.files()) {
            List<JsonValue> records = Starter.records(file);
            records.forEach(record -> vulnerabilities.add(record.get("id").text("")));
            all += records.size();
            long exploited = records.stream()
                    .filter(record ->
                            !record.get("database_specific").get("kev").isNull())
                    .count();
            assertThat(documentation).contains("| " + file + " | " + records.size() + " | " + exploited + " |");
        }
        assertThat(documentation).contains(" " + vulnerabilities.size() + " landmark vulnerabilities");
        assertThat(documentation).contains(" " + all + " records in all");
    }

    @Test
    void unknownFilesAreRefused() {
        assertThatThrownBy(() -> StarterSet.open("../starter/npm.jsonl")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void recordsAreSortedAndUnique(String file) throws IOException {
        List<String> ids = Starter.records(file).stream()
                .map(record -> record.get("id").text(""))
                .toList();
        assertThat(ids).isNotEmpty().isSorted().doesNotHaveDuplicates().allMatch(ID.asMatchPredicate());
        for (JsonValue record : Starter.records(file)) {
            assertThat(record.get("affected").elements().stream()
                            .map(affected -> Starter.ecosystem(affected) + " " + Starter.name(affected)))
                    .as(record.get("id").text(""))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void recordsAreWellFormed(String file) throws IOException {
        for (JsonValue record : Starter.records(file)) {
            String id = record.get("id").text("");
            String summary = record.get("summary").text("");
            assertThat(summary).as(id).isNotBlank().hasSizeLessThanOrEqualTo(60);
            assertThat(summary.split(" ", -1)).as(id).hasSizeLessThanOrEqualTo(8);
            assertThat(OffsetDateTime.parse(record.get("modified").text("")).getYear())
                    .as(id)
                    .isBetween(2018, 2026);
            assertThat(Starter.strings(record.get("aliases"))).as(id).allMatch(ALIAS.asMatchPredicate());
            assertThat(record.get("references").elements()).as(id).hasSizeBetween(1, 3);
            assertThat(record.get("references").elements())
                    .as(id)
                    .allMatch(reference -> reference.get("url").text("").startsWith("https://"));
            record.get("database_specific")
                    .get("kev")
                    .text()
                    .ifPresent(date -> assertThat(LocalDate.parse(date)).isAfter("2021-11-01"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void vectorsParse(String file) throws IOException {
        for (JsonValue record : Starter.records(file)) {
            for (JsonValue severity : record.get("severity").elements()) {
                String vector = severity.get("score").text("");
                assertThat(Cvss.parse(vector))
                        .as(vector)
                        .map(score -> "CVSS_V" + score.version().major())
                        .contains(severity.get("type").text(""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void rangesAreWellFormed(String file) throws IOException {
        Pattern version = VERSIONS.getOrDefault(file, ID);
        for (JsonValue record : Starter.records(file)) {
            assertThat(record.get("affected").elements()).isNotEmpty();
            for (JsonValue affected : record.get("affected").elements()) {
                String place = record.get("id").text("") + " " + Starter.name(affected);
                assertThat(Starter.ecosystem(affected)).as(place).matches(ECOSYSTEMS.getOrDefault(file, ID));
                assertThat(Starter.ranges(affected)).as(place).isNotEmpty().allSatisfy(range -> {
                    assertThat(range.fixed().isPresent() && range.lastAffected().isPresent())
                            .isFalse();
                    if (!range.introduced().equals("0")) {
                        assertThat(range.introduced()).matches(version);
                    }
                    range.fixed().ifPresent(bound -> assertThat(bound).matches(version));
                    range.lastAffected().ifPresent(bound -> assertThat(bound).matches(version));
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void rangesRunForwardAndDoNotOverlap(String file) throws IOException {
        if (!List.of("go.jsonl", "maven.jsonl", "npm.jsonl", "pypi.jsonl").contains(file)) {
            return;
        }
        for (JsonValue record : Starter.records(file)) {
            for (JsonValue affected : record.get("affected").elements()) {
                Order order = Order.of(Starter.ecosystem(affected));
                String place = record.get("id").text("") + " " + Starter.name(affected);
                for (Range range : Starter.ranges(affected)) {
                    if (range.introduced().equals("0")) {
                        continue;
                    }
                    range.fixed()
                            .ifPresent(end -> assertThat(order.compare(range.introduced(), end))
                                    .as(place)
                                    .isNegative());
                    assertThat(Starter.ranges(affected))
                            .filteredOn(other -> other.holds(range.introduced(), order))
                            .as("%s: ranges that hold %s", place, range.introduced())
                            .hasSize(1);
                }
            }
        }
    }
}
