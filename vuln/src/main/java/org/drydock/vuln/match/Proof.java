package org.drydock.vuln.match;

import java.util.List;
import org.drydock.core.Evidence;
import org.drydock.core.Status;
import org.drydock.inventory.Package;
import org.drydock.vuln.Affected;

/** The steps from a statement to its meaning, in words. */
final class Proof {
    private static final int SHOWN_RANGES = 6;

    private Proof() {}

    /** Which record speaks, of what, and how the version lies to what it names. */
    static void add(Package subject, Opinion opinion, List<Evidence> to) {
        Question question = opinion.question();
        to.add(new Evidence(
                "advisory",
                opinion.statement().advisoryId() + " of " + opinion.statement().source() + " speaks of "
                        + question.name() + " in " + question.namespace()
                        + (question.bySource(subject) ? ", the source package of " + subject.name() : "")));
        to.add(new Evidence("range", range(opinion)));
        String stated = stated(opinion.statement().affected().status());
        if (!stated.isEmpty()) {
            to.add(new Evidence("statement", stated));
        }
    }

    /** What a source says that does not count, and what does not become of it. */
    static String overruled(Opinion opinion) {
        return opinion.statement().advisoryId() + " of " + opinion.statement().source() + " in "
                + opinion.question().namespace() + ": "
                + opinion.status().word() + "; " + range(opinion);
    }

    /** How the version lies to what the statement names. */
    static String range(Opinion opinion) {
        String version = opinion.question().version();
        String order =
                " (" + FindingBuilder.scheme(opinion.question().namespace()).id() + " order)";
        Affected.Range range = opinion.range();
        Affected affected = opinion.statement().affected();
        boolean ofAll = affected.ranges().isEmpty() && affected.versions().isEmpty();
        if (opinion.isDenial() && ofAll) {
            return "it speaks of every version";
        }
        if (opinion.status() == Status.UNKNOWN && !opinion.remark().isEmpty()) {
            return "it cannot be told where " + shown(version) + " lies: " + opinion.remark();
        }
        if (range != null && opinion.status() == Status.FIXED && !opinion.isDenial()) {
            return version + " >= " + range.fixed() + ", which mends it" + order;
        }
        if (range != null || !opinion.remark().isEmpty()) {
            return version + " lies in: " + opinion.rangeText() + order;
        }
        return version + " lies outside of: " + named(affected) + order;
    }

    static String shown(String version) {
        return version.isEmpty() ? "an empty version" : version;
    }

    private static String named(Affected affected) {
        StringBuilder all = new StringBuilder();
        int shown = 0;
        for (Affected.Range range : affected.ranges()) {
            if (shown == SHOWN_RANGES) {
                return all.append("; and ")
                        .append(affected.ranges().size() - shown)
                        .append(" more ranges")
                        .toString();
            }
            all.append(shown == 0 ? "" : "; ").append(Opinion.text(range));
            shown++;
        }
        if (!affected.versions().isEmpty()) {
            all.append(shown == 0 ? "" : "; ")
                    .append(affected.versions().size())
                    .append(affected.versions().size() == 1 ? " listed version" : " listed versions");
        }
        return all.toString();
    }

    private static String stated(Status status) {
        return switch (status) {
            case AFFECTED -> "";
            case FIXED -> "the source says that these versions are fixed";
            case NOT_AFFECTED -> "the source says that it is not affected";
            case WILL_NOT_FIX -> "the source says that it will not fix it";
            case DEFERRED -> "the source has put the fix off";
            case END_OF_LIFE -> "the source says that support has ended";
            case UNDER_INVESTIGATION -> "the source has not decided yet whether it is affected";
            case UNKNOWN -> "the source does not say clearly what holds";
        };
    }
}
