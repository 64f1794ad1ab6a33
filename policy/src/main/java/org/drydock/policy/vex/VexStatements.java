package org.drydock.policy.vex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.policy.Circumstances;
import org.drydock.policy.FindingFacts;
import org.drydock.policy.PurlMatch;
import org.drydock.policy.Suppressions.Outcome;

/**
 * The statements of VEX documents. Of several about a finding the one that was made last holds, and among those of the same
 * time the one that stands last. {@code not_affected} and {@code fixed} set a finding aside; {@code affected} and
 * {@code under_investigation} become its status and its evidence.
 */
public final class VexStatements {
    /** No documents. */
    public static final VexStatements NONE = new VexStatements(List.of(), List.of());

    private static final int TOLD_OF_A_FILE = 20;

    private final List<VexStatement> statements;
    private final List<Diagnostic> diagnostics;
    private final Map<String, List<Candidate>> byKey = new HashMap<>();

    /** A product of a statement. */
    private record Candidate(int statement, VexProduct product) {}

    VexStatements(List<VexStatement> statements, List<Diagnostic> diagnostics) {
        this.statements = List.copyOf(statements);
        this.diagnostics = List.copyOf(diagnostics);
        for (int i = 0; i < statements.size(); i++) {
            for (String id : statements.get(i).ids()) {
                for (VexProduct product : statements.get(i).products()) {
                    byKey.computeIfAbsent(product.key(id), _ -> new ArrayList<>())
                            .add(new Candidate(i, product));
                }
            }
        }
    }

    /** These and others after them. */
    public VexStatements and(VexStatements others) {
        List<VexStatement> all = new ArrayList<>(statements);
        all.addAll(others.statements);
        List<Diagnostic> odd = new ArrayList<>(diagnostics);
        odd.addAll(others.diagnostics);
        return new VexStatements(all, odd);
    }

    /** How many statements there are. */
    public int size() {
        return statements.size();
    }

    List<VexStatement> statements() {
        return statements;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Lets the statements hold.
     *
     * @param image what the findings were found in
     */
    public Outcome apply(List<Finding> findings, ImageIdentity image, Circumstances circumstances) {
        BitSet used = new BitSet(statements.size());
        List<Finding> remaining = new ArrayList<>();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            VexStatement statement = last(finding, image, circumstances, used).orElse(null);
            if (statement == null) {
                remaining.add(finding);
            } else if (statement.status().settles()) {
                suppressed.add(new SuppressedFinding(finding, suppression(statement)));
            } else {
                remaining.add(withStatus(finding, statement));
            }
        }
        return new Outcome(remaining, suppressed, withUnused(used));
    }

    private Optional<VexStatement> last(
            Finding finding, ImageIdentity image, Circumstances circumstances, BitSet used) {
        PackageSubject subject = FindingFacts.packageOf(finding).orElse(null);
        if (subject == null || statements.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> meant = new java.util.TreeSet<>();
        for (String id : FindingFacts.ids(finding)) {
            for (String key : List.of(id + "\n" + PurlMatch.key(subject.purl()), id + "\n")) {
                byKey.getOrDefault(key, List.of()).stream()
                        .filter(c -> c.product().means(subject, image, circumstances.versions()))
                        .forEach(c -> meant.add(c.statement()));
            }
        }
        meant.forEach(used::set);
        return meant.stream()
                .max(Comparator.comparing((Integer i) -> statements.get(i).time())
                        .thenComparing(i -> i))
                .map(statements::get);
    }

    private static Suppression suppression(VexStatement statement) {
        String reason = statement.text();
        if (statement.status() == VexStatus.FIXED) {
            reason = reason.isEmpty() ? "stated as fixed" : "stated as fixed: " + reason;
        }
        return new Suppression(
                Suppression.Kind.VEX, statement.origin(), reason, statement.author(), "", statement.justification());
    }

    private static Finding withStatus(Finding finding, VexStatement statement) {
        List<Evidence> evidence = new ArrayList<>(finding.evidence());
        evidence.add(new Evidence(
                "vex",
                statement.status().words() + (statement.text().isEmpty() ? "" : ": " + statement.text()) + " ("
                        + statement.origin() + ")"));
        return new Finding(
                finding.fingerprint(),
                finding.detector(),
                finding.rule(),
                finding.severity(),
                status(finding.status(), statement.status()),
                finding.subject(),
                evidence,
                finding.detail());
    }

    private static Status status(Status found, VexStatus stated) {
        return switch (found) {
            case WILL_NOT_FIX, DEFERRED, END_OF_LIFE -> found;
            case AFFECTED, FIXED, NOT_AFFECTED, UNDER_INVESTIGATION, UNKNOWN ->
                stated == VexStatus.AFFECTED ? Status.AFFECTED : Status.UNDER_INVESTIGATION;
        };
    }

    private List<Diagnostic> withUnused(BitSet used) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        Map<String, Integer> perFile = new LinkedHashMap<>();
        for (int i = used.nextClearBit(0); i < statements.size(); i = used.nextClearBit(i + 1)) {
            VexStatement statement = statements.get(i);
            String file = statement.origin().replaceFirst("#.*", "");
            if (perFile.merge(file, 1, Integer::sum) <= TOLD_OF_A_FILE) {
                all.add(Diagnostic.note(
                        "unmatched-vex-statement",
                        statement.origin(),
                        "the statement about "
                                + String.join(
                                        ", ", statement.ids().stream().sorted().toList())
                                + (statement.products().isEmpty()
                                        ? " names no product by package URL or image digest"
                                        : " meets no finding of this scan")));
            }
        }
        perFile.forEach((file, count) -> {
            if (count > TOLD_OF_A_FILE) {
                all.add(Diagnostic.note(
                        "unmatched-vex-statement",
                        file,
                        (count - TOLD_OF_A_FILE) + " more statements meet no finding of this scan"));
            }
        });
        all.sort(null);
        return all;
    }
}
