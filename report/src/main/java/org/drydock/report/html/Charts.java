package org.drydock.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.drydock.core.Severity;
import org.drydock.report.Quantity;

/**
 * Charts as SVG, each with its numbers as text for those who do not see it.
 *
 * @see <a href="https://www.w3.org/TR/svg-aam-1.0/">SVG accessibility</a>
 */
final class Charts {
    private static final double GAP = 0.7;

    private final Html html;

    Charts(Html html) {
        this.html = html;
    }

    /** A ring of severities around their sum. */
    void ring(Map<Severity, Integer> counts) {
        int sum = sum(counts);
        html.open("svg", "class", "ring", "viewBox", "0 0 42 42", "role", "img", "aria-label", words(counts));
        html.raw("<circle class=\"track\" cx=\"21\" cy=\"21\" r=\"17\"/>");
        List<Severity> some = View.SEVERITIES.stream()
                .filter(s -> counts.getOrDefault(s, 0) > 0)
                .toList();
        double gap = some.size() > 1 ? GAP : 0;
        double start = 0;
        for (Severity severity : some) {
            double part = 100.0 * counts.getOrDefault(severity, 0) / sum;
            html.open(
                    "circle",
                    "class",
                    "arc " + severity.word(),
                    "cx",
                    "21",
                    "cy",
                    "21",
                    "r",
                    "17",
                    "pathLength",
                    "100",
                    "stroke-dasharray",
                    decimal(Math.max(0.4, part - gap)) + " 100",
                    "stroke-dashoffset",
                    decimal(-start));
            html.close("circle");
            start += part;
        }
        html.leaf("text", Quantity.number(sum), "x", "21", "y", "21.5", "class", "total");
        html.leaf("text", sum == 1 ? "finding" : "findings", "x", "21", "y", "26.5", "class", "unit");
        html.close("svg");
    }

    /** A bar of severities, as long as their sum beside {@code most}. */
    void bar(Map<Severity, Integer> counts, int most) {
        html.open(
                "svg",
                "class",
                "stack",
                "viewBox",
                "0 0 100 8",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                words(counts));
        html.raw("<rect class=\"track\" width=\"100\" height=\"8\"/>");
        double start = 0;
        for (Severity severity : View.SEVERITIES) {
            double width = 100.0 * counts.getOrDefault(severity, 0) / Math.max(1, most);
            if (width > 0) {
                html.open(
                        "rect", "class", severity.word(), "x", decimal(start), "width", decimal(width), "height", "8");
                html.close("rect");
                start += width;
            }
        }
        html.close("svg");
    }

    static int sum(Map<Severity, Integer> counts) {
        return counts.values().stream().mapToInt(n -> n).sum();
    }

    static String words(Map<Severity, Integer> counts) {
        String words = View.SEVERITIES.stream()
                .filter(s -> counts.getOrDefault(s, 0) > 0)
                .map(s -> Quantity.number(counts.getOrDefault(s, 0)) + " " + s.word())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "none" : words;
    }

    private static String decimal(double n) {
        return String.format(Locale.ROOT, "%.2f", n);
    }
}
