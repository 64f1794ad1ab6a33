package org.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the colours to what people need to read them.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3 and 1.4.11</a>
 */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3.0;
    private static final Map<String, String> LIGHT = new HashMap<>();
    private static final Map<String, String> DARK = new HashMap<>();

    static {
        Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)")
                .matcher(Asset.of("report.css").content())
                .results()
                .forEach(colour -> {
                    LIGHT.put(colour.group(1), colour.group(2));
                    DARK.put(colour.group(1), colour.group(3));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ink, page",
        "ink, card",
        "ink, raised",
        "ink, line",
        "ink, critical-tint",
        "ink, good-tint",
        "ink, medium-tint",
        "soft, page",
        "soft, card",
        "soft, raised",
        "accent, page",
        "accent, card",
        "accent, raised",
        "accent, accent-soft",
        "good, card",
        "good, raised",
        "good, good-tint",
        "critical-ink, card",
        "critical-ink, critical-tint",
        "high-ink, high-tint",
        "medium-ink, medium-tint",
        "low-ink, low-tint",
        "negligible-ink, negligible-tint",
        "unknown-ink, unknown-tint"
    })
    void textCanBeRead(String ink, String ground) {
        assertThat(ratio(LIGHT, ink, ground)).isGreaterThanOrEqualTo(TEXT);
        assertThat(ratio(DARK, ink, ground)).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"critical, card", "high, card", "low, card", "unknown, card", "negligible, card", "medium, card"})
    void chartsCanBeSeen(String fill, String ground) {
        assertThat(ratio(LIGHT, fill, ground)).isGreaterThanOrEqualTo(GRAPHICS);
        assertThat(ratio(DARK, fill, ground)).isGreaterThanOrEqualTo(GRAPHICS);
    }

    private static double ratio(Map<String, String> theme, String one, String other) {
        double first = luminance(theme.getOrDefault(one, ""));
        double second = luminance(theme.getOrDefault(other, ""));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        assertThat(colour).as("a colour of the style").hasSize(6);
        double[] part = new double[3];
        for (int i = 0; i < part.length; i++) {
            double c = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            part[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    }
}
