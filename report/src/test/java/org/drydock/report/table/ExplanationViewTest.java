package org.drydock.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.core.Evidence;
import org.drydock.core.Location;
import org.drydock.core.Purl;
import org.drydock.core.Status;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.report.Golden;
import org.drydock.vuln.match.Explanation;
import org.drydock.vuln.match.Explanation.Conclusion;
import org.drydock.vuln.match.Explanation.PackageVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationViewTest {
    private static final String LONG = "x".repeat(300);

    private static String render(Explanation explanation, int width, boolean colour) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExplanationView(new TableStyle(width, colour, true)).write(explanation, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PackageVerdict verdict(String name, String version, Conclusion conclusion, Evidence... steps) {
        return new PackageVerdict(
                new PackageSubject(
                        "deb",
                        name,
                        version,
                        new Purl("deb", "debian", "a", "1"),
                        List.of(new Location("/var/lib/dpkg/status", null))),
                conclusion,
                Status.WILL_NOT_FIX,
                List.of(steps),
                null);
    }

    private static Explanation sample() {
        return new Explanation(
                "CVE-2024-0001",
                List.of("CVE-2024-0001", "GHSA-aaaa-bbbb-cccc"),
                "Something is wrong with the thing that is the subject of this sentence, at some length",
                List.of(
                        verdict(
                                "libfoo1",
                                "1.0-1+b1",
                                Conclusion.REPORTED,
                                new Evidence("advisory", "CVE-2024-0001 of debian-tracker speaks of foo in debian:12"),
                                new Evidence("range", "1.0-1 lies in: < 1.0-2 (dpkg order)")),
                        verdict("bar", "2.0", Conclusion.FIXED, new Evidence("range", "2.0 >= 1.9, which mends it"))),
                List.of("A remark."));
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("explanation-80.txt", render(sample(), 80, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void noLineIsWiderThanTheTerminalWhateverTheNames(int width) throws IOException {
        Explanation hostile = new Explanation(
                LONG,
                List.of(LONG, "\u001b[31m"),
                LONG,
                List.of(verdict(LONG, LONG, Conclusion.REPORTED, new Evidence(LONG, LONG + " \u001b[2J"))),
                List.of(LONG));
        String text = render(hostile, width, false);
        assertThat(text).doesNotContain("\u001b");
        assertThat((text + render(sample(), width, false)).lines())
                .allSatisfy(line -> assertThat(Glyphs.width(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void nothingToSayIsSaid() throws IOException {
        assertThat(render(new Explanation("CVE-1", List.of(), "", List.of(), List.of()), 80, true))
                .contains("Nothing in the target has to do with it.");
    }
}
