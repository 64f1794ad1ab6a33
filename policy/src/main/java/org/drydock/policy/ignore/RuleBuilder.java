package org.drydock.policy.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drydock.core.Finding;
import org.drydock.core.Purl;
import org.drydock.core.Suppression;
import org.drydock.policy.FindingFacts;
import org.drydock.policy.PolicyException;
import org.drydock.policy.SuppressionRule;
import org.drydock.policy.SuppressionRule.Condition;
import org.drydock.policy.text.Expiry;
import org.drydock.policy.text.Node;
import org.drydock.policy.text.TextPattern;
import org.jspecify.annotations.Nullable;

/** Collects the conditions of one entry. */
final class RuleBuilder {
    private final String place;
    private final Set<String> ids = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();
    private final List<Purl> purls = new ArrayList<>();
    private final Set<String> detectors = new TreeSet<>();
    private Condition condition = Condition.NONE;
    private boolean conditional;
    private @Nullable Expiry expiry;

    RuleBuilder(String place) {
        this.place = place;
    }

    void ids(List<String> any) {
        ids.addAll(any);
    }

    void name(String name) {
        names.add(name);
    }

    void detector(String detector) {
        detectors.add(detector);
    }

    void purls(List<String> any) {
        for (String text : any) {
            purls.add(checked(() -> Purl.parse(text)));
        }
    }

    void expires(String text) {
        if (!text.isEmpty()) {
            expiry = checked(() -> Expiry.parse(text));
        }
    }

    /** A condition on the package's version, type or the like. */
    void onPackage(Predicate<org.drydock.core.Subject.PackageSubject> holds) {
        on((finding, _) -> FindingFacts.packageOf(finding).filter(holds).isPresent());
    }

    /** One of these globs must match one of the places. */
    void paths(List<String> globs) {
        if (globs.isEmpty()) {
            return;
        }
        List<Predicate<String>> patterns = globs.stream()
                .map(glob -> checked(() -> TextPattern.pathGlob(glob)))
                .toList();
        on((finding, _) -> anyPath(finding, patterns));
    }

    private static boolean anyPath(Finding finding, List<Predicate<String>> patterns) {
        return FindingFacts.locations(finding).stream()
                .anyMatch(l -> patterns.stream().anyMatch(pattern -> pattern.test(l.path())));
    }

    void on(Condition more) {
        condition = conditional ? condition.and(more) : more;
        conditional = true;
    }

    /** Whether anything is stated that a finding must have. */
    boolean isEmpty() {
        return ids.isEmpty() && names.isEmpty() && purls.isEmpty() && !conditional;
    }

    SuppressionRule build(Suppression.Kind kind, String reason, String owner, String justification) {
        return new SuppressionRule(
                ids,
                names,
                purls,
                detectors,
                condition,
                expiry == null ? null : expiry.until(),
                new Suppression(kind, place, reason, owner, expiry == null ? "" : expiry.date(), justification));
    }

    SuppressionRule buildIgnored(String reason) {
        return build(Suppression.Kind.IGNORE_FILE, reason, "", "");
    }

    /** What a text of the file means; an error names the place. */
    <T> T checked(java.util.function.Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            throw new PolicyException(place + ": " + e.getMessage(), e);
        }
    }

    /** The error that an entry has names nobody knows: it may be a condition, and must not be passed over. */
    static PolicyException unknownName(Node entry, String name, Set<String> known) {
        return entry.wrong("unknown name " + name + "; known: " + String.join(", ", new TreeSet<>(known)));
    }
}
