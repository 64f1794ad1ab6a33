package org.drydock.vuln.feed.openvex;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Purl;
import org.drydock.core.Status;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ubuntu.UbuntuReleases;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in OpenVEX in which distributions speak of their source packages, as Ubuntu does, ESM included. That a
 * version is fixed says that those before are affected; of the other states the version does not count, since a
 * distribution states the current one. Documents about single builds of other software are no feed: they belong to a scan.
 *
 * @see <a href="https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md">OpenVEX</a>
 */
public final class OpenVexParser implements FeedParser {
    @Override
    public String format() {
        return "openvex";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("@context") && start.json().has("statements");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        JsonValue json = FeedJson.whole(in, place);
        Map<String, Set<Affected>> byId = new LinkedHashMap<>();
        Map<String, Set<String>> aliases = new LinkedHashMap<>();
        long strangers = 0;
        for (JsonValue statement : json.get("statements").elements()) {
            JsonValue vulnerability = statement.get("vulnerability");
            String id = vulnerability.text(vulnerability.get("name").text("")).strip();
            if (!FeedText.isName(id)) {
                sink.diagnostic(Diagnostic.notExamined(
                        "openvex-statement-unreadable", place, "a statement names no vulnerability"));
                continue;
            }
            vulnerability.get("aliases").elements().stream()
                    .map(alias -> alias.text("").strip())
                    .filter(alias -> FeedText.isName(alias) && !alias.equals(id))
                    .forEach(alias -> aliases.computeIfAbsent(id, _ -> new LinkedHashSet<>())
                            .add(alias));
            String status = statement.get("status").text("");
            for (JsonValue product : statement.get("products").elements()) {
                Optional<Purl> purl = purl(product);
                Optional<String> namespace = purl.flatMap(OpenVexParser::namespace);
                if (namespace.isEmpty()) {
                    strangers++;
                    continue;
                }
                Affected affected = affected(status, namespace.get(), purl.get());
                if (affected == null) {
                    sink.diagnostic(Diagnostic.warning(
                            "openvex-status-unclear",
                            place,
                            id + " of " + purl.get().name() + " has the unknown status \"" + FeedText.oneLine(status)
                                    + "\""));
                } else if (!isBinary(purl.get())) {
                    byId.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(affected);
                }
            }
        }
        String modified = FeedText.oneLine(
                json.get("last_updated").text(json.get("timestamp").text("")));
        byId.forEach((id, affected) -> sink.advisory(new Advisory(
                id,
                List.copyOf(aliases.getOrDefault(id, Set.of())),
                List.of(),
                "",
                List.of(),
                List.of(),
                "",
                modified,
                new ArrayList<>(affected))));
        if (strangers > 0) {
            sink.diagnostic(Diagnostic.notExamined(
                    "openvex-product-unknown",
                    place,
                    strangers + " products are no packages of a release of a distribution that is known here"));
        }
    }

    private static Optional<Purl> purl(JsonValue product) {
        String text = product.text(
                product.get("identifiers").get("purl").text(product.get("@id").text("")));
        try {
            return Optional.of(Purl.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> namespace(Purl purl) {
        boolean ubuntu = purl.type().equals("deb") && purl.namespace().equals("ubuntu");
        return ubuntu ? UbuntuReleases.namespace(purl.qualifiers().getOrDefault("distro", "")) : Optional.empty();
    }

    /** Ubuntu names its binary packages beside their source package; the source package's statement holds for them. */
    private static boolean isBinary(Purl purl) {
        String arch = purl.qualifiers().getOrDefault("arch", "source");
        return !arch.equals("source");
    }

    private static @Nullable Affected affected(String status, String namespace, Purl purl) {
        boolean versioned = !purl.version().isEmpty();
        List<Affected.Range> every = List.of(new Affected.Range("0", null, null));
        return switch (status) {
            case "fixed" ->
                versioned
                        ? statement(
                                namespace,
                                purl,
                                Status.AFFECTED,
                                List.of(new Affected.Range("0", purl.version(), null)))
                        : statement(namespace, purl, Status.NOT_AFFECTED, List.of());
            case "not_affected" -> statement(namespace, purl, Status.NOT_AFFECTED, List.of());
            case "affected" -> statement(namespace, purl, Status.AFFECTED, every);
            case "under_investigation" -> statement(namespace, purl, Status.UNDER_INVESTIGATION, every);
            default -> null;
        };
    }

    private static Affected statement(String namespace, Purl purl, Status status, List<Affected.Range> ranges) {
        return new Affected(namespace, purl.name(), status, ranges, List.of(), null, List.of());
    }
}
