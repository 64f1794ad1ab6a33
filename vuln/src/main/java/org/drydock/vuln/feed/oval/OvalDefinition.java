package org.drydock.vuln.feed.oval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Severity;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ProductNames;
import org.drydock.vuln.feed.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * A definition, as far as it matters: what it is about, and which tests hold in which release.
 *
 * @param id of the erratum or the vulnerability
 * @param mends the vulnerabilities that an erratum mends; else empty
 */
record OvalDefinition(
        String id,
        List<String> mends,
        String title,
        List<Rating> ratings,
        List<String> references,
        String date,
        List<TestIn> tests) {
    private static final int MAX_REFERENCES = 10;
    private static final String INSTALLED = " is installed";
    private static final String MODULE = "module ";
    private static final String ENABLED = " is enabled";

    /**
     * A test within a release.
     *
     * @param namespaces the releases; empty if the definition does not say
     * @param module the module stream that must be enabled; null if none must
     */
    record TestIn(
            String test, Set<String> namespaces, @Nullable String module) {}

    /** Reads a definition; empty if it has no id. */
    static Optional<OvalDefinition> of(XmlElement definition) {
        XmlElement metadata = definition.child("metadata");
        String title = FeedText.oneLine(metadata.childText("title"));
        Set<String> vulnerabilities = new LinkedHashSet<>();
        List<String> references = new ArrayList<>();
        String erratum = "";
        for (XmlElement reference : metadata.children("reference")) {
            String id = reference.attribute("ref_id").strip();
            String bare = id.startsWith("SUSE CVE-") ? id.substring("SUSE ".length()) : id;
            if (bare.startsWith("CVE-") && FeedText.isName(bare)) {
                vulnerabilities.add(bare);
            } else if (AdvisoryKind.of(bare) == AdvisoryKind.ERRATUM && erratum.isEmpty()) {
                erratum = bare;
            }
            if (FeedText.isAddress(reference.attribute("ref_url"))) {
                references.add(reference.attribute("ref_url"));
            }
        }
        XmlElement advisory = metadata.child("advisory");
        String id = erratum.isEmpty() ? vulnerabilities.stream().findFirst().orElse("") : erratum;
        if (!FeedText.isName(id)) {
            return Optional.empty();
        }
        Set<String> platforms = new LinkedHashSet<>();
        for (XmlElement affected : metadata.children("affected")) {
            for (XmlElement platform : affected.children("platform")) {
                ProductNames.namespace(platform.text()).ifPresent(platforms::add);
            }
        }
        List<TestIn> tests = new ArrayList<>();
        walk(definition.child("criteria"), platforms, null, tests);
        return Optional.of(new OvalDefinition(
                id,
                erratum.isEmpty() ? List.of() : List.copyOf(vulnerabilities),
                title,
                ratings(metadata, advisory),
                references.stream().limit(MAX_REFERENCES).toList(),
                advisory.child("issued").attribute("date"),
                tests));
    }

    private static List<Rating> ratings(XmlElement metadata, XmlElement advisory) {
        String word = advisory.childText("severity").isEmpty()
                ? metadata.childText("severity")
                : advisory.childText("severity");
        String lower = word.toLowerCase(Locale.ROOT);
        return Severity.ofWord(lower).isPresent() ? List.of(new Rating("word", lower)) : List.of();
    }

    /** Below an AND, what stands beside says in which release and module the rest holds. */
    private static void walk(XmlElement criteria, Set<String> outer, @Nullable String outerModule, List<TestIn> tests) {
        Set<String> releases = new LinkedHashSet<>();
        @Nullable String module = outerModule;
        boolean all = !criteria.attribute("operator").equalsIgnoreCase("OR");
        for (XmlElement child : criteria.children()) {
            if (all) {
                releases(child, releases);
                module = child.name().equals("criterion") && module(child) != null ? module(child) : module;
            }
        }
        Set<String> here = releases.isEmpty() ? outer : releases;
        for (XmlElement child : criteria.children()) {
            if (child.name().equals("criteria")) {
                walk(child, here, module, tests);
            } else if (child.name().equals("criterion")
                    && !child.attribute("comment").endsWith(INSTALLED)) {
                tests.add(new TestIn(child.attribute("test_ref"), here, module));
            }
        }
    }

    /** The releases that a criterion, or a group of nothing but such, is about. */
    private static void releases(XmlElement element, Set<String> into) {
        if (element.name().equals("criterion")) {
            String comment = element.attribute("comment");
            if (comment.endsWith(INSTALLED)) {
                ProductNames.namespace(comment).ifPresent(into::add);
            }
            return;
        }
        boolean releasesOnly = element.children().stream()
                .allMatch(child -> child.name().equals("criterion")
                        && child.attribute("comment").endsWith(INSTALLED)
                        && ProductNames.namespace(child.attribute("comment")).isPresent());
        if (releasesOnly) {
            element.children().forEach(child -> releases(child, into));
        }
    }

    private static @Nullable String module(XmlElement criterion) {
        String comment = criterion.attribute("comment");
        boolean names = comment.toLowerCase(Locale.ROOT).startsWith(MODULE) && comment.endsWith(ENABLED);
        return names ? comment.substring(MODULE.length(), comment.length() - ENABLED.length()) : null;
    }
}
