package org.drydock.policy.vex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonValue;
import org.drydock.policy.VersionSet;
import org.jspecify.annotations.Nullable;

/**
 * The product tree of a CSAF document: which packages and images its product ids mean. A component of something that is no
 * image with a package URL means nothing here: whether that something is what was scanned cannot be told.
 */
final class CsafProducts {
    private final Map<String, List<VexProduct>> byId = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final StatementSink sink;

    CsafProducts(JsonValue tree, StatementSink sink) {
        this.sink = sink;
        tree.get("full_product_names").elements().forEach(product -> product(product, null));
        tree.get("branches").elements().forEach(this::branch);
        tree.get("relationships").elements().forEach(this::relationship);
        tree.get("product_groups")
                .elements()
                .forEach(group -> groups.put(
                        group.get("group_id").text(""),
                        group.get("product_ids").elements().stream()
                                .map(id -> id.text(""))
                                .toList()));
    }

    List<VexProduct> of(String productId) {
        return byId.getOrDefault(productId, List.of());
    }

    List<String> group(String groupId) {
        return groups.getOrDefault(groupId, List.of());
    }

    private void branch(JsonValue branch) {
        product(branch.get("product"), versions(branch));
        branch.get("branches").elements().forEach(this::branch);
    }

    private @Nullable VersionSet versions(JsonValue branch) {
        String name = branch.get("name").text("");
        try {
            return switch (branch.get("category").text("")) {
                case "product_version" -> VersionSet.of(name);
                case "product_version_range" -> VersionSet.parse(name);
                default -> null;
            };
        } catch (IllegalArgumentException e) {
            sink.odd(sink.name + "#product_tree", "the version range cannot be read and holds no version: " + name);
            return new VersionSet(List.of());
        }
    }

    private void product(JsonValue product, @Nullable VersionSet versions) {
        String id = product.get("product_id").text("");
        if (id.isEmpty()) {
            return;
        }
        JsonValue helper = product.get("product_identification_helper");
        List<String> purls = new ArrayList<>();
        purls.add(helper.get("purl").text(""));
        helper.get("purls").elements().forEach(purl -> purls.add(purl.text("")));
        byId.put(
                id,
                purls.stream()
                        .filter(purl -> purl.startsWith("pkg:"))
                        .flatMap(purl -> VexProduct.of(purl).stream())
                        .map(p -> versions == null ? p : p.limitedTo(versions))
                        .toList());
    }

    private void relationship(JsonValue relationship) {
        List<VexProduct> images = of(
                        relationship.get("relates_to_product_reference").text(""))
                .stream()
                .filter(VexProduct::isImageOnly)
                .toList();
        List<VexProduct> parts = of(relationship.get("product_reference").text("")).stream()
                .filter(part -> !part.isImageOnly())
                .toList();
        byId.put(
                relationship.get("full_product_name").get("product_id").text(""),
                parts.stream().flatMap(part -> images.stream().map(part::in)).toList());
    }
}
