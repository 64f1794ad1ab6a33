package org.drydock.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.drydock.core.Purl;

/**
 * A set of versions of a package, as files state it: {@code 1.2.3}, {@code >= 1.0, < 2.0}, or a version range specifier.
 * A version is in it if all bounds of one alternative hold. Where versions cannot be compared, they are not in it: nothing
 * is set aside on a guess.
 *
 * @param alternatives none hold no version; one without bounds holds every version
 * @see <a href="https://github.com/package-url/vers-spec">Version range specifier</a>
 */
public record VersionSet(List<List<Bound>> alternatives) {
    private static final int MAX_CONSTRAINTS = 1_000;

    public VersionSet {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** One comparison with a version. */
    record Bound(Operator operator, String version) {
        boolean holds(Purl of, String installed, VersionOrder order) {
            if (installed.equals(version)) {
                return operator.holds(0);
            }
            OptionalInt comparison = order.compare(of, installed, version);
            return comparison.isPresent() && operator.holds(comparison.getAsInt());
        }
    }

    enum Operator {
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        NOT_EQUAL("!="),
        LESS("<"),
        GREATER(">"),
        EQUAL("=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
                case GREATER -> comparison > 0;
            };
        }

        private boolean isUpper() {
            return this == LESS || this == LESS_OR_EQUAL;
        }

        private boolean isLower() {
            return this == GREATER || this == GREATER_OR_EQUAL;
        }
    }

    /** The one version. */
    public static VersionSet of(String version) {
        return new VersionSet(List.of(List.of(new Bound(Operator.EQUAL, version))));
    }

    /**
     * Reads bounds that must all hold, separated by commas, or one version.
     *
     * @throws IllegalArgumentException if the text is none of these; the message says what is wrong
     */
    public static VersionSet parse(String text) {
        if (text.startsWith("vers:")) {
            return parseVers(text);
        }
        List<Bound> bounds = new ArrayList<>();
        for (String part : text.split(",", MAX_CONSTRAINTS)) {
            bounds.add(bound(part));
        }
        return new VersionSet(List.of(bounds));
    }

    /**
     * Reads a version range specifier, for example {@code vers:npm/>=1.0.0|<1.5.3}. Its scheme is not looked at: versions
     * are ordered as those of the package.
     */
    private static VersionSet parseVers(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a version range (expected vers:SCHEME/BOUNDS): " + text);
        }
        String constraints = text.substring(slash + 1);
        if (constraints.equals("*")) {
            return new VersionSet(List.of(List.of()));
        }
        List<Bound> excluded = new ArrayList<>();
        List<Bound> open = new ArrayList<>();
        List<List<Bound>> alternatives = new ArrayList<>();
        for (String part : constraints.split("\\|", MAX_CONSTRAINTS)) {
            Bound bound = bound(
                    java.net.URLDecoder.decode(part.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8));
            switch (bound.operator()) {
                case NOT_EQUAL -> excluded.add(bound);
                case EQUAL -> alternatives.add(List.of(bound));
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> open.add(bound);
            }
        }
        for (int i = 0; i < open.size(); i++) {
            Bound bound = open.get(i);
            Bound next = i + 1 < open.size() ? open.get(i + 1) : null;
            if (bound.operator().isLower()) {
                boolean closed = next != null && next.operator().isUpper();
                List<Bound> range = new ArrayList<>(excluded);
                range.add(bound);
                if (next != null && closed) {
                    range.add(next);
                    i++;
                }
                alternatives.add(range);
            } else {
                List<Bound> range = new ArrayList<>(excluded);
                range.add(bound);
                alternatives.add(range);
            }
        }
        if (alternatives.isEmpty()) {
            alternatives.add(excluded);
        }
        return new VersionSet(alternatives);
    }

    private static Bound bound(String text) {
        String part = text.strip();
        for (Operator operator : Operator.values()) {
            if (part.startsWith(operator.sign)) {
                return bound(operator, part.substring(operator.sign.length()).strip(), text);
            }
        }
        return bound(Operator.EQUAL, part, text);
    }

    private static Bound bound(Operator operator, String version, String text) {
        if (version.isEmpty() || version.chars().anyMatch(c -> "<>=!|,".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not a version or a bound such as >= 1.2: " + text.strip());
        }
        return new Bound(operator, version);
    }

    /** Whether the installed version of a package is in the set. */
    public boolean holds(Purl of, String installed, VersionOrder order) {
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(b -> b.holds(of, installed, order)));
    }
}
