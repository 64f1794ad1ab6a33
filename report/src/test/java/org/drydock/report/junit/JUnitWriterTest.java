package org.drydock.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.drydock.report.Golden;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitWriterTest {
    private static final JUnitWriter WRITER = new JUnitWriter();

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReport.report(),
                SampleReport.compared(),
                SampleReport.withoutFindings(),
                SampleReport.inventoryOnly(),
                SampleReport.ofRepository(),
                HostileReport.report());
    }

    private static byte[] render(ScanReport report) throws IOException {
        return Golden.render(WRITER, report).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("junit.xml", Golden.render(WRITER, SampleReport.compared()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theCountsAreThoseOfTheCases(ScanReport report) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(render(report)));
        NodeList suites = document.getElementsByTagName("testsuite");
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
        assertThat(document.getDocumentElement().getAttribute("tests"))
                .isEqualTo(count(document.getDocumentElement(), "testcase"));
    }

    private static String count(Element of, String name) {
        return String.valueOf(of.getElementsByTagName(name).getLength());
    }

    /** Maven's own reader of such files, which knows nothing of Drydock. */
    @ParameterizedTest
    @MethodSource("reports")
    void anIndependentReaderReadsIt(ScanReport report) throws Exception {
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(render(report)), StandardCharsets.UTF_8));
        assertThat(suites.stream().mapToInt(s -> s.getTestCases().size()).sum())
                .isEqualTo(suites.stream()
                        .mapToInt(ReportTestSuite::getNumberOfTests)
                        .sum());
    }

    @Test
    void onlyWhatFailsTheGateFails() throws IOException {
        String gated = Golden.render(WRITER, SampleReport.compared());
        assertThat(gated)
                .contains("failures=\"3\"")
                .contains("Below the gate: low")
                .contains("set aside by .drydock");
        assertThat(Golden.render(WRITER, SampleReport.ofRepository())).contains("failures=\"1\"");
        assertThat(Golden.render(WRITER, SampleReport.withoutFindings()))
                .contains("packages without known vulnerabilities")
                .contains("No advisory data was there for them");
    }
}
