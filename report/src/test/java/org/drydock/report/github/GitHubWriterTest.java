package org.drydock.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Finding;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.junit.jupiter.api.Test;

class GitHubWriterTest {
    private static final GitHubWriter WRITER = new GitHubWriter();

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("github.txt", Golden.render(WRITER, SampleReport.compared()));
        Golden.check("github-repository.txt", Golden.render(WRITER, SampleReport.ofRepository()));
    }

    @Test
    void nothingBreaksOutOfACommand() throws IOException {
        assertThat(Golden.render(WRITER, HostileReport.report()).lines()).allSatisfy(line -> {
            assertThat(line).matches("::(error|warning|notice) title=[^,:\r\n]*::.*");
            assertThat(line).doesNotContain("\u001b").doesNotContainPattern("%(?!25|3A|2C)");
        });
    }

    @Test
    void noMoreIsWrittenThanIsShown() throws IOException {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.addAll(SampleReport.report().findings());
        }
        List<String> lines =
                Golden.render(WRITER, SampleReport.withFindings(many)).lines().toList();
        for (String level : List.of("error", "warning", "notice")) {
            assertThat(lines.stream().filter(line -> line.startsWith("::" + level + " ")))
                    .hasSize(10);
        }
        assertThat(lines.getLast()).contains("180 findings").contains("151 of them are not annotated");
    }
}
