package org.drydock.policy.vex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonString;

/**
 * Reads OpenVEX.
 *
 * @see <a href="https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md">OpenVEX 0.2.0</a>
 */
final class OpenVexReader {
    private final JsonValue document;
    private final StatementSink sink;

    OpenVexReader(JsonValue document, StatementSink sink) {
        this.document = document;
        this.sink = sink;
    }

    void read() {
        int index = 0;
        for (JsonValue statement : document.get("statements").elements()) {
            statement(statement, sink.name + "#statements/" + index++);
        }
    }

    private void statement(JsonValue statement, String origin) {
        String word = statement.get("status").text("");
        VexStatus status = VexStatus.ofWord(word).orElse(null);
        Set<String> ids = ids(statement.get("vulnerability"));
        if (status == null || ids.isEmpty()) {
            sink.odd(
                    origin,
                    "the statement is passed over: "
                            + (status == null
                                    ? "status " + word + " is none of OpenVEX"
                                    : "it names no vulnerability"));
            return;
        }
        String justification = statement.get("justification").text("");
        String text = Stream.of("impact_statement", "action_statement", "status_notes")
                .map(member -> statement.get(member).text(""))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
        if (status == VexStatus.NOT_AFFECTED
                && justification.isEmpty()
                && statement.get("impact_statement").text("").isEmpty()) {
            sink.odd(origin, "not_affected without a justification or an impact statement; it holds all the same");
        }
        sink.add(new VexStatement(
                ids,
                products(statement),
                status,
                justification,
                text,
                document.get("author").text(""),
                time(statement),
                origin));
    }

    private Instant time(JsonValue statement) {
        Instant own = StatementSink.latest(statement.get("timestamp"), statement.get("last_updated"));
        return own.equals(Instant.EPOCH)
                ? StatementSink.latest(document.get("timestamp"), document.get("last_updated"))
                : own;
    }

    private static Set<String> ids(JsonValue vulnerability) {
        Set<String> ids = new LinkedHashSet<>();
        if (vulnerability instanceof JsonString old) {
            ids.add(old.value());
        }
        ids.add(vulnerability.get("name").text(""));
        vulnerability.get("aliases").elements().forEach(alias -> ids.add(alias.text("")));
        if (vulnerability.get("name").text("").isEmpty()) {
            String id = vulnerability.get("@id").text("");
            ids.add(id.substring(id.lastIndexOf('/') + 1));
        }
        ids.remove("");
        return ids;
    }

    private static List<VexProduct> products(JsonValue statement) {
        List<VexProduct> all = new ArrayList<>();
        for (JsonValue product : statement.get("products").elements()) {
            List<VexProduct> own = identified(product);
            List<JsonValue> subcomponents = product.get("subcomponents").elements();
            if (subcomponents.isEmpty()) {
                all.addAll(own);
                continue;
            }
            List<VexProduct> images =
                    own.stream().filter(VexProduct::isImageOnly).toList();
            for (JsonValue subcomponent : subcomponents) {
                identified(subcomponent).stream()
                        .filter(part -> !part.isImageOnly())
                        .forEach(part -> images.forEach(image -> all.add(part.in(image))));
            }
        }
        return all.stream().distinct().toList();
    }

    private static List<VexProduct> identified(JsonValue component) {
        List<String> identifiers = new ArrayList<>();
        if (component instanceof JsonString text) {
            identifiers.add(text.value());
        }
        identifiers.add(component.get("@id").text(""));
        identifiers.add(component.get("identifiers").get("purl").text(""));
        String hash = component.get("hashes").get("sha-256").text("");
        identifiers.add(hash.isEmpty() ? "" : "sha256:" + hash);
        return identifiers.stream()
                .distinct()
                .flatMap(identifier -> VexProduct.of(identifier).stream())
                .toList();
    }
}
