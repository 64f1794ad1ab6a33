package org.drydock.vuln.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.starter.Starter.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a real feed speaks of the same vulnerability in the same package, it and the set call the same versions affected:
 * at every bound of either, and at the versions next to it.
 */
class StarterSetFeedTest {
    /** Where the set and a feed differ, and why the set stays as it is. */
    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of(
            "maven.jsonl ghsa-maven-npm.zip CVE-2021-45046 org.apache.logging.log4j:log4j-core",
            "the vendor also fixed it in 2.3.1",
            "pypi.jsonl osv/PyPI/all.zip CVE-2018-7750 paramiko",
            "the feed lacks the 2.4 branch, fixed in 2.4.1",
            "npm.jsonl npm-retirejs.zip CVE-2020-11022 jquery",
            "the vendor begins at 1.2.0, the feed at 1.12.0",
            "npm.jsonl npm-retirejs.zip CVE-2021-23337 lodash",
            "the feed gives the id also to a vulnerability of 2026 with a later fix",
            "npm.jsonl npm-retirejs.zip CVE-2025-29927 next",
            "the vendor begins at 11.1.4, the feed at 12.0.0",
            "npm.jsonl npm-nodejs-security-wg.zip CVE-2019-11358 jquery",
            "the vendor begins at 1.1.4, the feed at 0");

    @ParameterizedTest
    @CsvSource({
        "maven.jsonl, ghsa-maven-npm.zip, 117",
        "npm.jsonl, ghsa-maven-npm.zip, 57",
        "npm.jsonl, npm-retirejs.zip, 32",
        "npm.jsonl, npm-nodejs-security-wg.zip, 6",
        "pypi.jsonl, osv/PyPI/all.zip, 61",
        "go.jsonl, osv/Go/all.zip, 71",
    })
    void languageFeedsAgree(String file, String feed, int expected) throws IOException {
        Map<String, List<JsonValue>> byName = new HashMap<>();
        for (JsonValue record : SharedFeeds.osv(feed)) {
            Starter.names(record)
                    .forEach(name ->
                            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(record));
        }
        Set<String> compared = new TreeSet<>();
        Set<String> differences = new TreeSet<>();
        for (JsonValue record : Starter.records(file)) {
            String id = record.get("id").text("");
            List<JsonValue> same = Starter.names(record).stream()
                    .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                    .distinct()
                    .toList();
            for (JsonValue affected : record.get("affected").elements()) {
                List<Range> theirs = same.stream()
                        .flatMap(other -> rangesOf(other, affected))
                        .toList();
                if (theirs.isEmpty()) {
                    continue;
                }
                compared.add(id);
                if (differ(Starter.ranges(affected), theirs, Order.of(Starter.ecosystem(affected)))) {
                    differences.add(String.join(" ", file, feed, id, Starter.name(affected)));
                }
            }
        }
        assertThat(differences)
                .containsExactlyInAnyOrderElementsOf(KNOWN_DIFFERENCES.keySet().stream()
                        .filter(key -> key.startsWith(file + " " + feed + " "))
                        .toList());
        assertThat(compared).hasSize(expected);
    }

    private static Stream<Range> rangesOf(JsonValue record, JsonValue affected) {
        return record.get("affected").elements().stream()
                .filter(other -> key(other).equals(key(affected)))
                .flatMap(other -> Starter.ranges(other).stream());
    }

    private static String key(JsonValue affected) {
        String namespace = Namespaces.ofOsvEcosystem(Starter.ecosystem(affected));
        return namespace + " " + Namespaces.normaliseName(namespace, Starter.name(affected));
    }

    private static boolean differ(List<Range> ours, List<Range> theirs, Order order) {
        Set<String> probes = new TreeSet<>();
        Stream.concat(ours.stream(), theirs.stream())
                .flatMap(range ->
                        Stream.of(Stream.of(range.introduced()), range.fixed().stream(), range.lastAffected().stream()))
                .flatMap(bounds -> bounds)
                .forEach(bound -> {
                    probes.add(bound);
                    probes.addAll(neighbours(bound));
                });
        return probes.stream().anyMatch(version -> holds(ours, version, order) != holds(theirs, version, order));
    }

    private static boolean holds(List<Range> ranges, String version, Order order) {
        return ranges.stream().anyMatch(range -> range.holds(version, order));
    }

    /** The last number one lower and one higher, for plain dotted versions. */
    private static List<String> neighbours(String version) {
        if (!version.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            return List.of();
        }
        int dot = version.lastIndexOf('.');
        String head = version.substring(0, dot + 1);
        long last = Long.parseLong(version.substring(dot + 1));
        return last == 0 ? List.of(head + 1) : List.of(head + (last - 1), head + (last + 1));
    }

    @Test
    void debianTrackerAgrees() throws IOException {
        JsonValue tracker = SharedFeeds.json("debian-tracker.json.zst");
        List<String> differences = new ArrayList<>();
        for (JsonValue record : Starter.records("debian.jsonl")) {
            String id = record.get("id").text("");
            for (JsonValue affected : record.get("affected").elements()) {
                if (Starter.ecosystem(affected).equals("Debian:12")) {
                    String theirs = tracker.get(Starter.name(affected))
                            .get(id)
                            .get("releases")
                            .get("bookworm")
                            .get("fixed_version")
                            .text("none");
                    if (!fixed(affected).equals(List.of(theirs))) {
                        differences.add(id + " " + Starter.name(affected) + " " + theirs);
                    }
                }
            }
        }
        // the changelog of the fix names no CVE; the version is the security announcement's
        assertThat(differences).containsExactly("CVE-2024-6387 openssh none");
    }

    @Test
    void alpineSecurityDatabaseAgrees() throws IOException {
        Map<String, Set<String>> secdb = new HashMap<>();
        for (int minor = 3; minor <= 11; minor++) {
            for (String repository : List.of("main", "community")) {
                String release = "v3." + minor;
                JsonValue json = SharedFeeds.json("alpine-secdb/" + release + "/" + repository + ".json");
                for (JsonValue entry : json.get("packages").elements()) {
                    JsonValue origin = entry.get("pkg");
                    origin.get("secfixes")
                            .members()
                            .forEach((version, ids) -> Starter.strings(ids).stream()
                                    .flatMap(id -> Stream.of(id.split(" ", -1)))
                                    .forEach(id -> secdb.computeIfAbsent(
                                                    String.join(
                                                            " ",
                                                            id,
                                                            "Alpine:" + release,
                                                            origin.get("name").text("")),
                                                    _ -> new TreeSet<>())
                                            .add(version)));
                }
            }
        }
        int compared = 0;
        for (JsonValue record : Starter.records("alpine.jsonl")) {
            for (JsonValue affected : record.get("affected").elements()) {
                int minor = Integer.parseInt(Starter.ecosystem(affected).substring("Alpine:v3.".length()));
                if (minor <= 11) {
                    String key = String.join(
                            " ", record.get("id").text(""), Starter.ecosystem(affected), Starter.name(affected));
                    assertThat(secdb.get(key)).as(key).containsExactlyElementsOf(fixed(affected));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void almaLinuxAgrees() throws IOException {
        Map<String, Set<String>> errata = new HashMap<>();
        Map<String, Set<String>> builds = new HashMap<>();
        for (JsonValue record : SharedFeeds.osv("osv/AlmaLinux/all.zip")) {
            for (JsonValue affected : record.get("affected").elements()) {
                String place = Starter.ecosystem(affected) + " " + Starter.name(affected);
                for (String version : fixed(affected)) {
                    if (version.contains(".module_")) {
                        continue;
                    }
                    builds.computeIfAbsent(place, _ -> new TreeSet<>()).add(version);
                    for (String cve : Starter.strings(record.get("related"))) {
                        errata.computeIfAbsent(cve + " " + place, _ -> new TreeSet<>())
                                .add(version);
                    }
                }
            }
        }
        Map<String, List<String>> ours = new HashMap<>();
        for (JsonValue record : Starter.records("rhel.jsonl")) {
            for (JsonValue affected : record.get("affected").elements()) {
                String place = Starter.ecosystem(affected) + " " + Starter.name(affected);
                String key = record.get("id").text("") + " " + place;
                ours.put(key, fixed(affected));
                if (place.startsWith("AlmaLinux")) {
                    assertThat(errata.get(key)).as(key).containsAll(fixed(affected));
                    for (Range range : Starter.ranges(affected)) {
                        assertThat(range.introduced().equals("0")
                                        || builds.getOrDefault(place, Set.of()).contains(range.introduced()))
                                .as(key)
                                .isTrue();
                    }
                }
            }
        }
        ours.forEach((key, versions) -> {
            if (key.contains("Rocky Linux") && !key.startsWith("CVE-2021-4034 ")) {
                assertThat(versions).as(key).isEqualTo(ours.get(key.replace("Rocky Linux", "AlmaLinux")));
            }
        });
    }

    @Test
    void exploitedVulnerabilitiesAreThoseOfTheCatalogue() throws IOException {
        Map<String, String> added = new HashMap<>();
        for (JsonValue entry :
                SharedFeeds.json("kev.json").get("vulnerabilities").elements()) {
            added.put(entry.get("cveID").text(""), entry.get("dateAdded").text(""));
        }
        for (String file : StarterSet.files()) {
            for (JsonValue record : Starter.records(file)) {
                String id = record.get("id").text("");
                assertThat(record.get("database_specific").get("kev").text(""))
                        .as(id)
                        .isEqualTo(added.getOrDefault(id, ""));
            }
        }
    }

    private static List<String> fixed(JsonValue affected) {
        List<String> versions = new ArrayList<>();
        Starter.ranges(affected).forEach(range -> range.fixed().ifPresent(versions::add));
        Collections.sort(versions);
        return versions;
    }
}
