package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * Why a vulnerability is reported of the packages of one target, or why it is not.
 *
 * @param vulnerability the id as it was asked for
 * @param ids all ids that it is known by, sorted; empty if no record has it
 * @param summary one line, empty if no source has one
 * @param packages the packages that something is to be said of, in the order of the inventory
 * @param remarks what is to be said beside: no such id, no such package
 */
public record Explanation(
        String vulnerability, List<String> ids, String summary, List<PackageVerdict> packages, List<String> remarks) {
    public Explanation {
        ids = List.copyOf(ids);
        packages = List.copyOf(packages);
        remarks = List.copyOf(remarks);
    }

    /** Whether anything in the target has to do with the vulnerability. */
    public boolean bears() {
        return packages.stream().anyMatch(verdict -> verdict.conclusion.bears);
    }

    /** What becomes of a package. */
    public enum Conclusion {
        /** It is among the findings. */
        REPORTED(true, "reported"),
        /** A finding that an exception sets aside. */
        SUPPRESSED(true, "not reported: set aside by an exception"),
        /** Its version cannot be compared, which the report says. */
        NOT_COMPARABLE(true, "not decided: the versions cannot be compared"),
        /** The installed version has the fix. */
        FIXED(true, "not reported: the installed version is fixed"),
        /** A source denies it. */
        NOT_AFFECTED(true, "not reported: a source says that it is not affected"),
        /** No range holds the version. */
        OUTSIDE(true, "not reported: the version lies outside of every range"),
        /** The statement is about another module stream or flavour of the package. */
        OTHER_BUILD(true, "not reported: the records speak of other builds"),
        /** The package that owns its files is judged in its stead. */
        JUDGED_AS_OWNER(true, "not reported: judged through the package that owns it"),
        /** Somebody else than the distribution built it. */
        THIRD_PARTY(true, "not judged: the distribution did not build it"),
        /** A program's own module, in no release. */
        UNRELEASED(true, "not judged: it is of no released version"),
        /** A Java archive whose group nobody knows. */
        NO_GROUP(false, "not judged: the archive's group id is not known"),
        /** There is no advisory data that could speak of it. */
        NO_DATA(false, "not judged: there is no advisory data of its kind"),
        /** There is data, and no record about this speaks of its name. */
        NO_RECORD(false, "not reported: no record speaks of it");

        private final boolean bears;
        private final String text;

        Conclusion(boolean bears, String text) {
            this.bears = bears;
            this.text = text;
        }

        /** For machines, for example {@code other-build}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /**
     * What becomes of one package.
     *
     * @param status what holds as far as it is known
     * @param steps the proof, in order
     * @param finding as a scan would report it, settled or not; null if there is none
     */
    public record PackageVerdict(
            PackageSubject subject,
            Conclusion conclusion,
            Status status,
            List<Evidence> steps,
            @Nullable Finding finding) {
        public PackageVerdict {
            steps = List.copyOf(steps);
        }

        /** This verdict with its finding set aside. */
        public PackageVerdict suppressedBy(Suppression suppression) {
            List<Evidence> more = new ArrayList<>(steps);
            more.add(new Evidence(
                    "exception",
                    suppression.kind().word() + " at " + suppression.origin()
                            + (suppression.reason().isEmpty() ? "" : ": " + suppression.reason())));
            return new PackageVerdict(subject, Conclusion.SUPPRESSED, status, more, finding);
        }
    }
}
