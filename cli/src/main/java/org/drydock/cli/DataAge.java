package org.drydock.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.update.UpdateLedger;

/**
 * Whether data is so old that it may miss what has been known for days.
 *
 * @param most how long ago data may have been held against its publisher's; zero for any time
 */
record DataAge(Duration most) {
    static final String DEFAULT = "5d";

    /** What is older, or of unknown age; the starter set says of itself what it is. */
    List<Diagnostic> judge(List<Knowledge.Used> data, UpdateLedger ledger, Instant now) {
        List<Diagnostic> stale = new ArrayList<>();
        for (Knowledge.Used used : data) {
            if (most.isZero() || used.starter()) {
                continue;
            }
            String place = used.namespaces().isEmpty()
                    ? used.source().name()
                    : String.join(" ", used.namespaces()) + " (" + used.source().name() + ")";
            Optional<Instant> checked = ledger.checked(used.source().name());
            if (checked.isEmpty()) {
                stale.add(Diagnostic.warning(
                        "stale-data",
                        place,
                        "it is not known when this data was last held against its publisher's; run: drydock db"
                                + " update"));
            } else if (Duration.between(checked.get(), now).compareTo(most) > 0) {
                stale.add(Diagnostic.warning(
                        "stale-data",
                        place,
                        "last held against its publisher's " + ago(checked.get(), now) + " ago, on "
                                + checked.get().toString().substring(0, 10)
                                + "; newer vulnerabilities are missing; run:"
                                + " drydock db update"));
            }
        }
        return stale;
    }

    /** Reads {@code 5d}, {@code 36h}, {@code 90m}; empty if it is none of these. */
    static Optional<DataAge> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(new DataAge(Duration.ZERO));
        }
        if (!text.matches("[0-9]{1,6}[dhm]")) {
            return Optional.empty();
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return Optional.of(new DataAge(
                switch (text.charAt(text.length() - 1)) {
                    case 'd' -> Duration.ofDays(count);
                    case 'h' -> Duration.ofHours(count);
                    default -> Duration.ofMinutes(count);
                }));
    }

    /** The time between, in its largest unit. */
    static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return age.toDays() + (age.toDays() == 1 ? " day" : " days");
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }
}
