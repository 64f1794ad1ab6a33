package org.drydock.policy.vex;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.json.JsonValue;
import org.drydock.policy.VersionSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the vulnerabilities of a CycloneDX document, as far as they are analysed. References to components may be BOM
 * links: their last part must then be a package URL, or the id of a component of this document.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/#vulnerabilities">CycloneDX</a>
 * @see <a href="https://cyclonedx.org/capabilities/bomlink/">BOM-Link</a>
 */
final class CycloneDxReader {
    private final JsonValue document;
    private final StatementSink sink;
    private final Map<String, String> purls = new HashMap<>();

    CycloneDxReader(JsonValue document, StatementSink sink) {
        this.document = document;
        this.sink = sink;
        Deque<JsonValue> open = new ArrayDeque<>(document.get("components").elements());
        open.add(document.get("metadata").get("component"));
        while (!open.isEmpty()) {
            JsonValue component = open.poll();
            purls.put(component.get("bom-ref").text(""), component.get("purl").text(""));
            open.addAll(component.get("components").elements());
        }
    }

    void read() {
        int index = 0;
        for (JsonValue vulnerability : document.get("vulnerabilities").elements()) {
            vulnerability(vulnerability, sink.name + "#vulnerabilities/" + index++);
        }
    }

    private void vulnerability(JsonValue vulnerability, String origin) {
        JsonValue analysis = vulnerability.get("analysis");
        String state = analysis.get("state").text("");
        if (state.isEmpty()) {
            return;
        }
        VexStatus status = status(state).orElse(null);
        Set<String> ids = new LinkedHashSet<>();
        ids.add(vulnerability.get("id").text(""));
        vulnerability
                .get("references")
                .elements()
                .forEach(r -> ids.add(r.get("id").text("")));
        ids.remove("");
        if (status == null || ids.isEmpty()) {
            sink.odd(
                    origin,
                    "the statement is passed over: "
                            + (status == null ? "state " + state + " is none of CycloneDX" : "it has no id"));
            return;
        }
        products(vulnerability, status, origin)
                .forEach((of, products) -> sink.add(new VexStatement(
                        ids,
                        products,
                        of,
                        of == VexStatus.NOT_AFFECTED
                                ? analysis.get("justification").text(state.equals("false_positive") ? state : "")
                                : "",
                        analysis.get("detail").text(""),
                        "",
                        time(vulnerability),
                        origin)));
    }

    private Instant time(JsonValue vulnerability) {
        JsonValue analysis = vulnerability.get("analysis");
        Instant own = StatementSink.latest(
                analysis.get("lastUpdated"), analysis.get("firstIssued"), vulnerability.get("updated"));
        return own.equals(Instant.EPOCH)
                ? StatementSink.time(document.get("metadata").get("timestamp"))
                : own;
    }

    private static Optional<VexStatus> status(String state) {
        return Optional.ofNullable(
                switch (state) {
                    case "resolved", "resolved_with_pedigree" -> VexStatus.FIXED;
                    case "not_affected", "false_positive" -> VexStatus.NOT_AFFECTED;
                    case "exploitable" -> VexStatus.AFFECTED;
                    case "in_triage" -> VexStatus.UNDER_INVESTIGATION;
                    default -> null;
                });
    }

    /** What is affected, by the status of its versions; where these have none, by that of the analysis. */
    private Map<VexStatus, List<VexProduct>> products(JsonValue vulnerability, VexStatus status, String origin) {
        Map<VexStatus, List<VexProduct>> byStatus = new EnumMap<>(VexStatus.class);
        byStatus.put(status, new ArrayList<>());
        for (JsonValue affects : vulnerability.get("affects").elements()) {
            VexProduct product =
                    VexProduct.of(purl(affects.get("ref").text(""))).orElse(null);
            if (product == null) {
                continue;
            }
            List<JsonValue> versions = affects.get("versions").elements();
            if (versions.isEmpty() || product.isImageOnly()) {
                byStatus.computeIfAbsent(status, _ -> new ArrayList<>()).add(product);
            }
            for (JsonValue version : product.isImageOnly() ? List.<JsonValue>of() : versions) {
                VersionSet set = versions(version, origin);
                if (set != null) {
                    VexStatus of = switch (version.get("status").text("affected")) {
                        case "unaffected" -> VexStatus.NOT_AFFECTED;
                        case "unknown" -> VexStatus.UNDER_INVESTIGATION;
                        default -> status;
                    };
                    VexStatus held = of == VexStatus.NOT_AFFECTED && status == VexStatus.FIXED ? status : of;
                    byStatus.computeIfAbsent(held, _ -> new ArrayList<>())
                            .add(new VexProduct(null, product.pack(), set));
                }
            }
        }
        if (byStatus.size() > 1) {
            byStatus.values().removeIf(List::isEmpty);
        }
        return byStatus;
    }

    private @Nullable VersionSet versions(JsonValue stated, String origin) {
        String version = stated.get("version").text("");
        String range = stated.get("range").text("");
        try {
            if (!version.isEmpty()) {
                return VersionSet.of(version);
            }
            if (!range.isEmpty()) {
                return VersionSet.parse(range);
            }
        } catch (IllegalArgumentException e) {
            sink.odd(origin, "the version range cannot be read and holds no version: " + range);
        }
        return null;
    }

    /** The package URL that a reference leads to; empty if it leads to none. */
    private String purl(String ref) {
        String own = purls.getOrDefault(ref, "");
        if (!own.isEmpty()) {
            return own;
        }
        String last = ref;
        if (ref.startsWith("urn:cdx:")) {
            int hash = ref.indexOf('#');
            last = hash < 0 ? "" : decoded(ref.substring(hash + 1));
        }
        return purls.getOrDefault(last, "").isEmpty() ? last : purls.getOrDefault(last, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
