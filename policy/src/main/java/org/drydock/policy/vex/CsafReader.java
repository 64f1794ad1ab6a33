package org.drydock.policy.vex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.json.JsonValue;

/**
 * Reads CSAF: security advisories and VEX profiles.
 *
 * @see <a href="https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html">CSAF 2.0</a>
 */
final class CsafReader {
    private static final Map<String, VexStatus> STATUSES = statuses();

    private final JsonValue document;
    private final StatementSink sink;
    private final CsafProducts products;

    CsafReader(JsonValue document, StatementSink sink) {
        this.document = document;
        this.sink = sink;
        this.products = new CsafProducts(document.get("product_tree"), sink);
    }

    private static Map<String, VexStatus> statuses() {
        Map<String, VexStatus> statuses = new LinkedHashMap<>();
        statuses.put("known_affected", VexStatus.AFFECTED);
        statuses.put("first_affected", VexStatus.AFFECTED);
        statuses.put("last_affected", VexStatus.AFFECTED);
        statuses.put("under_investigation", VexStatus.UNDER_INVESTIGATION);
        statuses.put("known_not_affected", VexStatus.NOT_AFFECTED);
        statuses.put("fixed", VexStatus.FIXED);
        statuses.put("first_fixed", VexStatus.FIXED);
        return statuses;
    }

    void read() {
        int index = 0;
        for (JsonValue vulnerability : document.get("vulnerabilities").elements()) {
            vulnerability(vulnerability, sink.name + "#vulnerabilities/" + index++);
        }
    }

    private void vulnerability(JsonValue vulnerability, String origin) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(vulnerability.get("cve").text(""));
        vulnerability.get("ids").elements().forEach(id -> ids.add(id.get("text").text("")));
        ids.remove("");
        if (ids.isEmpty()) {
            sink.odd(origin, "the statements are passed over: they name no vulnerability");
            return;
        }
        Map<String, String> justifications = byProduct(vulnerability.get("flags"), "label", "");
        Map<String, String> impacts = byProduct(vulnerability.get("threats"), "details", "impact");
        STATUSES.forEach((member, status) -> {
            for (JsonValue product :
                    vulnerability.get("product_status").get(member).elements()) {
                String id = product.text("");
                sink.add(new VexStatement(
                        ids,
                        products.of(id),
                        status,
                        status == VexStatus.NOT_AFFECTED ? justifications.getOrDefault(id, "") : "",
                        impacts.getOrDefault(id, ""),
                        document.get("document").get("publisher").get("name").text(""),
                        StatementSink.time(
                                document.get("document").get("tracking").get("current_release_date")),
                        origin + "/product_status/" + member + " (" + id + ")"));
            }
        });
    }

    /** What elements say of each product; those that name only groups say it of the groups' members. */
    private Map<String, String> byProduct(JsonValue elements, String member, String category) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonValue element : elements.elements()) {
            if (category.isEmpty() || element.get("category").text("").equals(category)) {
                List<String> of = new ArrayList<>();
                element.get("product_ids").elements().forEach(id -> of.add(id.text("")));
                element.get("group_ids").elements().forEach(id -> of.addAll(products.group(id.text(""))));
                of.forEach(id -> texts.putIfAbsent(id, element.get(member).text("")));
            }
        }
        return texts;
    }
}
