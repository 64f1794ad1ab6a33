package org.drydock.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all files that set findings aside. Where several meet a finding, the first one is told. Only findings
 * that stand are set aside: the others need no exception.
 */
public final class Suppressions {
    /** How many entries may name neither ids nor packages; each of these is held against every finding. */
    static final int MAX_OPEN_RULES = 1_000;

    private static final int TOLD_OF_A_FILE = 20;

    private final List<SuppressionRule> rules;
    private final Map<String, List<Integer>> byKey = new HashMap<>();
    private final List<Integer> open = new ArrayList<>();

    /**
     * @throws PolicyException if too many entries name neither ids nor packages
     */
    public Suppressions(List<SuppressionRule> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            List<String> keys = keysOf(rules.get(i)).toList();
            for (String key : keys) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
            }
            if (keys.isEmpty()) {
                open.add(i);
            }
        }
        if (open.size() > MAX_OPEN_RULES) {
            throw new PolicyException(
                    rules.get(open.get(MAX_OPEN_RULES)).suppression().origin() + ": more than " + MAX_OPEN_RULES
                            + " entries name neither an id nor a package; name one in each");
        }
    }

    /**
     * What becomes of findings.
     *
     * @param remaining those that stay, in the order they came
     * @param suppressed those set aside, in the order they came
     * @param diagnostics sorted
     */
    public record Outcome(List<Finding> remaining, List<SuppressedFinding> suppressed, List<Diagnostic> diagnostics) {
        public Outcome {
            remaining = List.copyOf(remaining);
            suppressed = List.copyOf(suppressed);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Sets findings aside.
     *
     * @param aside findings that are set aside already: an entry that meets one of them is in use
     * @param detectors which detectors ran; entries about others are not called unused
     * @param circumstances when and of what
     */
    public Outcome apply(
            List<Finding> findings,
            Collection<Finding> aside,
            Collection<String> detectors,
            Circumstances circumstances) {
        BitSet used = new BitSet(rules.size());
        List<Finding> remaining = new ArrayList<>();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            Suppression suppression = Gate.stands(finding) ? first(finding, circumstances, used) : null;
            if (suppression == null) {
                remaining.add(finding);
            } else {
                suppressed.add(new SuppressedFinding(finding, suppression));
            }
        }
        for (Finding finding : aside) {
            first(finding, circumstances, used);
        }
        return new Outcome(remaining, suppressed, diagnostics(used, detectors, circumstances.now()));
    }

    private @Nullable Suppression first(Finding finding, Circumstances circumstances, BitSet used) {
        Set<String> ids = FindingFacts.ids(finding);
        BitSet matching = new BitSet();
        Stream.concat(Stream.of(open), keysOf(finding, ids).map(key -> byKey.getOrDefault(key, List.of())))
                .flatMap(List::stream)
                .filter(i -> rules.get(i).holdsAt(circumstances.now())
                        && rules.get(i).matches(finding, ids, circumstances))
                .forEach(matching::set);
        used.or(matching);
        int first = matching.nextSetBit(0);
        return first < 0 ? null : rules.get(first).suppression();
    }

    private static Stream<String> keysOf(SuppressionRule rule) {
        if (!rule.ids().isEmpty()) {
            return rule.ids().stream().map(id -> "id " + id);
        }
        if (!rule.names().isEmpty()) {
            return rule.names().stream().map(name -> "name " + name);
        }
        return rule.purls().stream().map(purl -> "purl " + PurlMatch.key(purl)).distinct();
    }

    private static Stream<String> keysOf(Finding finding, Set<String> ids) {
        return Stream.concat(
                ids.stream().map(id -> "id " + id),
                FindingFacts.packageOf(finding).stream()
                        .flatMap(p -> Stream.of("name " + p.name(), "purl " + PurlMatch.key(p.purl()))));
    }

    private List<Diagnostic> diagnostics(BitSet used, Collection<String> detectors, Instant now) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, List<Diagnostic>> unused = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            SuppressionRule rule = rules.get(i);
            String origin = rule.suppression().origin();
            if (!rule.holdsAt(now)) {
                diagnostics.add(Diagnostic.warning(
                        "expired-exception",
                        origin,
                        describe(rule) + " expired on " + rule.suppression().expires() + " and sets nothing aside"));
            } else if (!used.get(i) && concerns(rule, detectors)) {
                String file = origin.substring(0, Math.max(0, origin.lastIndexOf(':')));
                unused.computeIfAbsent(file, _ -> new ArrayList<>())
                        .add(Diagnostic.note(
                                "unused-exception", origin, describe(rule) + " meets no finding of this scan"));
            }
        }
        unused.forEach((file, of) -> {
            diagnostics.addAll(of.subList(0, Math.min(TOLD_OF_A_FILE, of.size())));
            if (of.size() > TOLD_OF_A_FILE) {
                diagnostics.add(Diagnostic.note(
                        "unused-exception",
                        file,
                        (of.size() - TOLD_OF_A_FILE) + " more entries meet no finding of this scan"));
            }
        });
        diagnostics.sort(null);
        return diagnostics;
    }

    private static boolean concerns(SuppressionRule rule, Collection<String> detectors) {
        return rule.detectors().isEmpty() || rule.detectors().stream().anyMatch(detectors::contains);
    }

    private static String describe(SuppressionRule rule) {
        List<String> about = Stream.of(
                        rule.ids().stream().sorted(),
                        rule.names().stream().sorted(),
                        rule.purls().stream().map(Object::toString).sorted())
                .flatMap(s -> s)
                .limit(3)
                .toList();
        return about.isEmpty() ? "the entry" : "the entry for " + String.join(", ", about);
    }
}
