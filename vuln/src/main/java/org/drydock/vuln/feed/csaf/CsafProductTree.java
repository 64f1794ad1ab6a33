package org.drydock.vuln.feed.csaf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drydock.core.Purl;
import org.drydock.json.JsonValue;
import org.drydock.vuln.feed.errata.Nevra;
import org.jspecify.annotations.Nullable;

/**
 * The products that a document names, and what each of them is: a package of its own, or a package as a part of a
 * product. A part can be a module, which packages are parts of in turn.
 *
 * @see <a href="https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html#322-product-tree-property">Product tree</a>
 */
final class CsafProductTree {
    private static final int MAX_PARTS = 8;
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("maven", "maven"),
            Map.entry("npm", "npm"),
            Map.entry("pypi", "pypi"),
            Map.entry("golang", "go"),
            Map.entry("gem", "rubygems"),
            Map.entry("nuget", "nuget"),
            Map.entry("composer", "packagist"),
            Map.entry("cargo", "crates.io"));

    private final Map<String, JsonValue> products = new HashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, Optional<CsafProduct>> known = new HashMap<>();

    private record Part(String of, String platform) {}

    CsafProductTree(JsonValue tree) {
        Deque<JsonValue> branches = new ArrayDeque<>(tree.get("branches").elements());
        while (!branches.isEmpty()) {
            JsonValue branch = branches.removeLast();
            add(branch.get("product"));
            branches.addAll(branch.get("branches").elements());
        }
        tree.get("full_product_names").elements().forEach(this::add);
        for (JsonValue relationship : tree.get("relationships").elements()) {
            JsonValue whole = relationship.get("full_product_name");
            add(whole);
            parts.put(
                    whole.get("product_id").text(""),
                    new Part(
                            relationship.get("product_reference").text(""),
                            relationship.get("relates_to_product_reference").text("")));
        }
        for (JsonValue group : tree.get("product_groups").elements()) {
            groups.put(
                    group.get("group_id").text(""),
                    group.get("product_ids").elements().stream()
                            .map(id -> id.text(""))
                            .toList());
        }
    }

    private void add(JsonValue product) {
        String id = product.get("product_id").text("");
        if (!id.isEmpty()) {
            products.put(id, product);
        }
    }

    /** The products that something with {@code product_ids} and {@code group_ids} speaks of. */
    List<String> ids(JsonValue json) {
        List<String> ids = new ArrayList<>();
        json.get("product_ids").elements().forEach(id -> ids.add(id.text("")));
        json.get("group_ids").elements().forEach(group -> ids.addAll(groups.getOrDefault(group.text(""), List.of())));
        return ids;
    }

    /** Whether it is a container image, which consists of packages but is none. */
    boolean isImage(String id) {
        Part part = parts.get(id);
        return purlText(part == null ? id : part.of).startsWith("pkg:oci/");
    }

    /** The package that a product is; empty if it is none that is understood. */
    Optional<CsafProduct> product(String id) {
        Optional<CsafProduct> product = known.get(id);
        if (product == null) {
            product = find(id);
            known.put(id, product);
        }
        return product;
    }

    private Optional<CsafProduct> find(String id) {
        Part part = parts.get(id);
        String component = part == null ? id : part.of;
        Purl purl = purl(component).or(() -> purl(id)).orElse(null);
        if (purl != null && LANGUAGES.containsKey(purl.type())) {
            return language(purl);
        }
        if (part == null) {
            return Optional.empty();
        }
        @Nullable String module = null;
        String platform = part.platform;
        for (int i = 0; i < MAX_PARTS; i++) {
            Part outer = parts.get(platform);
            if (outer == null) {
                break;
            }
            module = module(outer.of);
            platform = outer.platform;
        }
        JsonValue product = products.getOrDefault(platform, JsonValue.JsonNull.NULL);
        String stream = module;
        return CsafPlatforms.namespace(
                        product.get("product_identification_helper").get("cpe").text(""),
                        product.get("name").text(platform))
                .flatMap(namespace -> component(namespace, component, purl, stream));
    }

    private Optional<CsafProduct> component(
            String namespace, String id, @Nullable Purl purl, @Nullable String ofModule) {
        String name =
                products.getOrDefault(id, JsonValue.JsonNull.NULL).get("name").text(id);
        int slash = name.indexOf('/');
        if (slash > 0 && name.substring(0, slash).contains(":")) {
            return CsafProduct.of(namespace, name.substring(slash + 1), true, "", stream(name.substring(0, slash)));
        }
        if (purl == null) {
            Nevra nevra = Nevra.parse(name).orElse(null);
            return nevra == null
                    ? CsafProduct.of(namespace, name, true, "", ofModule)
                    : CsafProduct.of(namespace, nevra.name(), nevra.isSource(), nevra.evr(), ofModule);
        }
        if (!purl.type().equals("rpm")) {
            return Optional.empty();
        }
        String arch = purl.qualifiers().getOrDefault("arch", "");
        String epoch = purl.qualifiers().getOrDefault("epoch", "");
        boolean bare = epoch.isEmpty() || epoch.equals("0") || purl.version().isEmpty();
        String label = purl.qualifiers().getOrDefault("rpmmod", "");
        return CsafProduct.of(
                namespace,
                purl.name(),
                arch.equals("src") || arch.equals("nosrc"),
                bare ? purl.version() : epoch + ":" + purl.version(),
                label.isEmpty() ? ofModule : stream(label));
    }

    private static Optional<CsafProduct> language(Purl purl) {
        String namespace = LANGUAGES.getOrDefault(purl.type(), purl.type());
        String between = namespace.equals("maven") ? ":" : "/";
        String name = purl.namespace().isEmpty() ? purl.name() : purl.namespace() + between + purl.name();
        return CsafProduct.of(namespace, name, false, purl.version(), null);
    }

    /** {@code nodejs:18} of the label {@code nodejs:18:8060020220523160029:ad008a3a}. */
    private static @Nullable String stream(String label) {
        String[] parts = label.split(":", -1);
        return parts.length < 2 ? null : parts[0] + ":" + parts[1];
    }

    /** The stream of a part that is a module; null if it is none. */
    private @Nullable String module(String id) {
        Purl purl = purl(id).orElse(null);
        if (purl != null && purl.type().equals("rpmmod")) {
            String stream = purl.version();
            int colon = stream.indexOf(':');
            return purl.name() + ":" + (colon < 0 ? stream : stream.substring(0, colon));
        }
        return purl == null ? stream(id) : null;
    }

    private Optional<Purl> purl(String id) {
        String text = purlText(id);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Purl.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String purlText(String id) {
        return products.getOrDefault(id, JsonValue.JsonNull.NULL)
                .get("product_identification_helper")
                .get("purl")
                .text("");
    }
}
