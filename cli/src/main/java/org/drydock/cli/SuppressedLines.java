package org.drydock.cli;

import java.io.PrintStream;
import org.drydock.core.SuppressedFinding;
import org.drydock.core.Suppression;
import org.drydock.policy.FindingFacts;
import org.drydock.report.ScanReport;
import picocli.CommandLine.ParseResult;

/** Tells people what is set aside: how much, and with {@code --show-suppressed} each finding with its reason. */
final class SuppressedLines {
    private SuppressedLines() {}

    static void write(ScanReport report, ParseResult arguments, Surroundings surroundings) {
        int count = report.suppressed().size();
        if (count == 0 || Options.isSet(arguments, "--quiet")) {
            return;
        }
        PrintStream err = surroundings.err();
        if (!Options.isSet(arguments, "--show-suppressed")) {
            err.println("drydock: " + (count == 1 ? "1 finding is" : count + " findings are")
                    + " set aside; --show-suppressed lists them");
            return;
        }
        err.println("Set aside: " + count);
        report.suppressed().forEach(suppressed -> err.println("  " + printable(line(suppressed))));
    }

    private static String line(SuppressedFinding suppressed) {
        Suppression why = suppressed.suppression();
        StringBuilder line = new StringBuilder(suppressed.finding().rule());
        FindingFacts.packageOf(suppressed.finding())
                .ifPresent(p -> line.append(' ').append(p.name()).append(' ').append(p.version()));
        line.append(": ").append(why.kind().word()).append(' ').append(why.origin());
        append(line, ", ", why.justification());
        append(line, ": ", why.reason());
        append(line, ", until ", why.expires());
        append(line, ", ", why.owner());
        return line.toString();
    }

    private static void append(StringBuilder line, String before, String text) {
        if (!text.isEmpty()) {
            line.append(before).append(text);
        }
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> '?';
                    default -> c;
                })
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
