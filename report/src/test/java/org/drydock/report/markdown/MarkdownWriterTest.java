package org.drydock.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Finding;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {
    private static final MarkdownWriter WRITER = new MarkdownWriter();

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("report.md", Golden.render(WRITER, SampleReport.compared()));
    }

    @Test
    void noFindingsIsNotCalledClean() throws IOException {
        assertThat(Golden.render(WRITER, SampleReport.withoutFindings()))
                .contains("No known vulnerabilities found in 5 packages")
                .contains("Not everything could be examined")
                .contains("for want of advisory data: 1 package.");
        assertThat(Golden.render(WRITER, SampleReport.withoutData())).contains("No package could be matched");
    }

    @Test
    void staysBelowTheLengthOfACommentAndSaysWhatItLeavesOut() throws IOException {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.addAll(SampleReport.report().findings());
        }
        String text = Golden.render(WRITER, SampleReport.withFindings(many));
        assertThat(text.length()).isBetween(60_000, 65_536);
        assertThat(text).containsPattern("\\d+ are left out here").contains("| **all** | 2700 |");
        assertThat(count(text, "<details>")).isEqualTo(count(text, "</details>"));
    }

    @Test
    void hostileTextIsNoMarkup() throws IOException {
        String text = Golden.render(WRITER, HostileReport.report());
        assertThat(text.length()).isLessThanOrEqualTo(65_536);
        assertThat(text).doesNotContain("\u001b").doesNotContain("\r");
        assertThat(text.replaceAll("`[^`\n]*`", "").replaceAll("</?(details|summary)>", ""))
                .doesNotContainPattern("(?<!\\\\)<");
        assertThat(text.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| ID")))
                .allSatisfy(line -> assertThat(line).endsWith(" |"));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
