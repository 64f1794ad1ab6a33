package org.drydock.policy.vex;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.policy.PolicyException;

/** Takes the statements of one document. */
final class StatementSink {
    private static final int MAX_PRODUCTS = 2_000_000;
    private static final int TOLD = 20;

    final String name;
    private final List<VexStatement> statements = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int products;
    private int untold;

    StatementSink(String name) {
        this.name = name;
    }

    void add(VexStatement statement) {
        products += statement.products().size() + 1;
        if (products > MAX_PRODUCTS) {
            throw new PolicyException(
                    statement.origin() + ": the document is about more than " + MAX_PRODUCTS + " products");
        }
        statements.add(statement);
    }

    void odd(String place, String message) {
        if (diagnostics.size() < TOLD) {
            diagnostics.add(Diagnostic.warning("odd-vex-statement", place, message));
        } else {
            untold++;
        }
    }

    VexStatements finish() {
        if (untold > 0) {
            diagnostics.add(Diagnostic.warning("odd-vex-statement", name, untold + " more statements are odd"));
        }
        return new VexStatements(statements, diagnostics);
    }

    /** The latest of the times that are stated; the epoch if none is. */
    static Instant latest(JsonValue... stated) {
        return Stream.of(stated)
                .map(StatementSink::time)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    static Instant time(JsonValue stated) {
        try {
            return OffsetDateTime.parse(stated.text("")).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
