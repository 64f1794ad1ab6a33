package org.drydock.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** What native tools and independent comparisons say of an image, as {@code shared/images/expected} holds it. */
final class Expectation {
    private final JsonValue packages;
    private final JsonValue vulnerabilities;

    Expectation(Path folder, String image) {
        this.packages = read(folder.resolve(image + ".packages.json"));
        this.vulnerabilities = read(folder.resolve(image + ".vulns.json"));
    }

    /** Packages as {@code type name version path}; the path only where languages have one. */
    Set<String> packages() {
        Set<String> expected = new TreeSet<>();
        for (JsonValue item : packages.get("packages").elements()) {
            if (!item.get("optional").isTrue()) {
                String version = item.get("evr").text(item.get("version").text(""));
                expected.add(line(
                        item.get("type").text(""),
                        item.get("name").text(""),
                        version,
                        item.get("path").text("")));
            }
        }
        return expected;
    }

    /** Packages that may be listed beside those: the image's own application, archives without coordinates. */
    boolean allows(String type, String name, String path) {
        JsonValue application = packages.get("application");
        boolean isApplication = application.get("type").text("").equals(type)
                && application.get("name").text("").equals(name);
        boolean isOptional = packages.get("packages").elements().stream()
                .anyMatch(p ->
                        p.get("optional").isTrue() && p.get("path").text("").equals(path));
        return isApplication || isOptional;
    }

    /** The paths of language packages that belong to a package of the operating system. */
    Set<String> ownedPaths() {
        Set<String> owned = new HashSet<>();
        for (JsonValue item : packages.get("packages").elements()) {
            if (!item.get("ownedBy").isNull()) {
                owned.add(item.get("path").text(""));
            }
        }
        return owned;
    }

    /** Vulnerabilities as {@code package id}, one for each binary package. */
    Set<String> vulnerabilities() {
        Set<String> expected = new TreeSet<>();
        for (JsonValue item : vulnerabilities.get("vulnerabilities").elements()) {
            names(item).forEach(name -> expected.add(name + " " + item.get("id").text("")));
        }
        return expected;
    }

    /** Those of them that are known to be exploited. */
    Set<String> exploited() {
        Set<String> expected = new TreeSet<>();
        for (JsonValue item : vulnerabilities.get("vulnerabilities").elements()) {
            if (!item.get("kev").isNull()) {
                names(item)
                        .forEach(
                                name -> expected.add(name + " " + item.get("id").text("")));
            }
        }
        return expected;
    }

    List<JsonValue> mustNotReport() {
        return vulnerabilities.get("mustNotReport").elements();
    }

    static String line(String type, String name, String version, String path) {
        String common = type.equals("python") ? name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-") : name;
        return type + " " + common + " " + version + (path.isEmpty() ? "" : " " + path);
    }

    private static List<String> names(JsonValue item) {
        List<String> binaries =
                item.get("binaries").elements().stream().map(b -> b.text("")).toList();
        return binaries.isEmpty() ? List.of(item.get("package").text("")) : binaries;
    }

    private static JsonValue read(Path file) {
        try {
            return JsonReader.read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
