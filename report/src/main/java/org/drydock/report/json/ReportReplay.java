package org.drydock.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.drydock.core.DrydockException;
import org.drydock.core.Evidence;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.vuln.match.Explanation;
import org.drydock.vuln.match.Explanation.Conclusion;
import org.drydock.vuln.match.Explanation.PackageVerdict;

/**
 * Explains from a report in JSON what the scan that wrote it knew, without its target and its data. What such a report
 * does not hold, the reasons of what it does not report, it cannot tell.
 */
public final class ReportReplay {
    private static final long MAX_BYTES = 512L << 20;
    private static final int MAX_HEAD = 4096;

    private final String place;
    private final Map<String, JsonValue> members;

    private ReportReplay(String place, Map<String, JsonValue> members) {
        this.place = place;
        this.members = members;
    }

    /**
     * Opens a file if it is a report of Drydock's own.
     *
     * @throws DrydockException if it begins like one and cannot be read
     */
    public static Optional<ReportReplay> open(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (!beginsLikeAReport(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new DrydockException(file + ": the report is larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            Map<String, JsonValue> members = new HashMap<>();
            try (InputStream in = Files.newInputStream(file)) {
                JsonReader.readMembers(in, file.toString(), (name, value) -> {
                    if (name.equals("findings") || name.equals("packages") || name.equals("detectors")) {
                        members.put(name, value);
                    }
                });
            }
            return Optional.of(new ReportReplay(file.toString(), members));
        } catch (JsonException e) {
            throw new DrydockException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new DrydockException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean beginsLikeAReport(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(MAX_HEAD), StandardCharsets.UTF_8);
            return head.stripLeading().startsWith("{")
                    && head.contains("\"schemaVersion\"")
                    && head.contains("\"drydock\"");
        }
    }

    /** What the report says of a vulnerability, of packages of one name or of all if that is empty. */
    public Explanation explain(String vulnerability, String packageName) {
        TreeSet<String> ids = new TreeSet<>();
        String summary = "";
        List<PackageVerdict> verdicts = new ArrayList<>();
        for (JsonValue finding : get("findings").elements()) {
            JsonValue detail = finding.get("vulnerability");
            List<String> own = texts(detail.get("ids"));
            if (own.stream().anyMatch(id -> id.equalsIgnoreCase(vulnerability.strip()))
                    && isNamed(finding.get("subject"), packageName)) {
                ids.addAll(own);
                summary = summary.isEmpty() ? detail.get("summary").text("") : summary;
                verdicts.add(verdict(finding));
            }
        }
        List<String> remarks = new ArrayList<>();
        if (get("detectors").elements().stream().noneMatch(d -> d.text("").equals("vulnerability"))) {
            remarks.add(place + " is the report of an inventory: vulnerabilities were not looked for.");
        } else if (verdicts.isEmpty()) {
            remarks.add(absent(packageName));
        }
        return new Explanation(vulnerability.strip(), List.copyOf(ids), summary, verdicts, remarks);
    }

    private String absent(String packageName) {
        boolean installed =
                packageName.isEmpty() || get("packages").elements().stream().anyMatch(p -> isNamed(p, packageName));
        return installed
                ? "The report has no such finding. Why not, only the target itself can tell: drydock explain TARGET."
                : "The report has no package " + packageName + ".";
    }

    private JsonValue get(String name) {
        return members.getOrDefault(name, JsonValue.JsonNull.NULL);
    }

    private PackageVerdict verdict(JsonValue finding) {
        Status status = status(finding.get("status").text(""));
        Conclusion conclusion = switch (status) {
            case FIXED -> Conclusion.FIXED;
            case NOT_AFFECTED -> Conclusion.NOT_AFFECTED;
            case AFFECTED, WILL_NOT_FIX, DEFERRED, END_OF_LIFE, UNDER_INVESTIGATION, UNKNOWN -> Conclusion.REPORTED;
        };
        List<Evidence> steps = new ArrayList<>();
        for (JsonValue step : finding.get("evidence").elements()) {
            steps.add(new Evidence(step.get("what").text(""), step.get("text").text("")));
        }
        return new PackageVerdict(subject(finding.get("subject")), conclusion, status, steps, null);
    }

    private PackageSubject subject(JsonValue json) {
        List<Location> locations = new ArrayList<>();
        for (JsonValue location : json.get("locations").elements()) {
            locations.add(new Location(location.get("path").text(""), null));
        }
        String purl = json.get("purl").text("");
        try {
            return new PackageSubject(
                    json.get("type").text(""),
                    json.get("name").text(""),
                    json.get("version").text(""),
                    Purl.parse(purl),
                    locations);
        } catch (IllegalArgumentException e) {
            throw new DrydockException(place + ": a finding's subject is damaged: " + e.getMessage(), e);
        }
    }

    private static boolean isNamed(JsonValue subject, String name) {
        String own = subject.get("name").text("");
        return name.isEmpty() || own.equalsIgnoreCase(name) || own.endsWith(":" + name);
    }

    private static List<String> texts(JsonValue array) {
        return array.elements().stream().map(element -> element.text("")).toList();
    }

    private static Status status(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (Status status : Status.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        return Status.UNKNOWN;
    }
}
