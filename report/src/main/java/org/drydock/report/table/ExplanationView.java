package org.drydock.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.core.Evidence;
import org.drydock.core.Location;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.vuln.match.Explanation;
import org.drydock.vuln.match.Explanation.Conclusion;
import org.drydock.vuln.match.Explanation.PackageVerdict;

/** Writes for people why a vulnerability is reported, or why it is not. */
public final class ExplanationView {
    private static final int LABELS = 12;
    private static final int SHOWN_PLACES = 3;

    private final TableStyle style;

    public ExplanationView(TableStyle style) {
        this.style = style;
    }

    /**
     * Writes the explanation.
     *
     * @throws IOException if the target fails
     */
    public void write(Explanation explanation, OutputStream out) throws IOException {
        Page page = new Page(style);
        head(explanation, page);
        for (PackageVerdict verdict : explanation.packages()) {
            page.blank();
            verdict(verdict, page);
        }
        if (!explanation.bears() && explanation.packages().isEmpty()) {
            page.blank();
            page.wrap("", 0, "Nothing in the target has to do with it.", Ink.PLAIN);
        }
        for (String remark : explanation.remarks()) {
            page.blank();
            page.wrap("", 0, page.clean(remark), Ink.PLAIN);
        }
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void head(Explanation explanation, Page page) {
        page.line(page.paint(page.fit(page.clean(explanation.vulnerability()), page.width(), true), Ink.BOLD));
        List<String> others = explanation.ids().stream()
                .filter(id -> !id.equals(explanation.vulnerability()))
                .toList();
        if (!others.isEmpty()) {
            page.wrap("", 0, page.clean("also " + String.join(", ", others)), Ink.DIM);
        }
        if (!explanation.summary().isEmpty()) {
            page.wrap("", 0, page.clean(explanation.summary()), Ink.PLAIN);
        }
    }

    private static void verdict(PackageVerdict verdict, Page page) {
        PackageSubject subject = verdict.subject();
        String name = page.fit(page.clean(subject.name()), page.width() / 2, true);
        String version = page.fit(page.clean(subject.version()), page.width() / 3, true);
        String type = page.fit(page.clean(subject.type()), page.width() / 6 - 3, true);
        page.line(page.paint(name, Ink.BOLD) + " " + version + page.paint("  " + type, Ink.DIM));
        page.wrap("  ", 2, sentence(verdict), ink(verdict.conclusion()));
        int shown = Math.min(SHOWN_PLACES, subject.locations().size());
        for (Location location : subject.locations().subList(0, shown)) {
            page.labelled("where", LABELS, location.path());
        }
        if (subject.locations().size() > shown) {
            page.labelled("", LABELS, "and in " + (subject.locations().size() - shown) + " more places");
        }
        for (Evidence step : verdict.steps()) {
            page.labelled(page.fit(page.clean(step.what()), LABELS - 2, true), LABELS, step.text());
        }
    }

    private static String sentence(PackageVerdict verdict) {
        String text = verdict.conclusion().text();
        return verdict.conclusion() == Conclusion.REPORTED
                ? text + ": " + verdict.status().word()
                : text;
    }

    private static Ink ink(Conclusion conclusion) {
        return switch (conclusion) {
            case REPORTED -> Ink.RED;
            case NOT_COMPARABLE, THIRD_PARTY, UNRELEASED, NO_GROUP, NO_DATA -> Ink.YELLOW;
            case SUPPRESSED, FIXED, NOT_AFFECTED, OUTSIDE, OTHER_BUILD, JUDGED_AS_OWNER, NO_RECORD -> Ink.GREEN;
        };
    }
}
