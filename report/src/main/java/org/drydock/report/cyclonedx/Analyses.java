package org.drydock.report.cyclonedx;

import java.util.List;
import java.util.Set;
import org.drydock.core.Status;
import org.drydock.core.Suppression;
import org.drydock.report.cyclonedx.Bom.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * What has been found out beyond "affected". Whether a weakness can be exploited is only said where a VEX document says
 * so: an exception accepts a risk and denies nothing.
 */
final class Analyses {
    private static final Set<String> JUSTIFICATIONS = Set.of(
            "code_not_present",
            "code_not_reachable",
            "requires_configuration",
            "requires_dependency",
            "requires_environment",
            "protected_by_compiler",
            "protected_at_runtime",
            "protected_at_perimeter",
            "protected_by_mitigating_control");

    private Analyses() {}

    static Analysis of(Status status, @Nullable Suppression suppression) {
        return suppression == null ? of(status) : of(suppression, status);
    }

    private static Analysis of(Status status) {
        return switch (status) {
            case AFFECTED -> Analysis.NONE;
            case FIXED -> new Analysis("resolved", "", List.of(), "");
            case NOT_AFFECTED -> new Analysis("not_affected", "", List.of(), "");
            case UNDER_INVESTIGATION, UNKNOWN -> new Analysis("in_triage", "", List.of(), "");
            case WILL_NOT_FIX, END_OF_LIFE -> new Analysis("", "", List.of("will_not_fix"), detail(status));
            case DEFERRED -> new Analysis("", "", List.of(), detail(status));
        };
    }

    private static String detail(Status status) {
        return "The supplier's status is " + status.word() + ".";
    }

    private static Analysis of(Suppression suppression, Status status) {
        String because = suppression.reason().isEmpty() ? "." : ": " + suppression.reason();
        String detail = "Set aside by " + suppression.origin() + because;
        return switch (suppression.kind()) {
            case VEX ->
                new Analysis(
                        status == Status.FIXED ? "resolved" : "not_affected",
                        status == Status.FIXED ? "" : justification(suppression.justification()),
                        List.of(),
                        detail);
            case EXCEPTION, IGNORE_FILE -> new Analysis(of(status).state(), "", List.of("will_not_fix"), detail);
        };
    }

    /** CycloneDX's word for a justification of OpenVEX or CSAF; empty if it has none. */
    private static String justification(String word) {
        return switch (word) {
            case "component_not_present", "vulnerable_code_not_present" -> "code_not_present";
            case "vulnerable_code_not_in_execute_path" -> "code_not_reachable";
            case "inline_mitigations_already_exist" -> "protected_by_mitigating_control";
            default -> JUSTIFICATIONS.contains(word) ? word : "";
        };
    }
}
