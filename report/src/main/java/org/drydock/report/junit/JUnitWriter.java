package org.drydock.report.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drydock.core.Diagnostic;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.inventory.PackageType;
import org.drydock.policy.Gate;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.Quantity;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.Summary;
import org.drydock.report.XmlWriter;
import org.drydock.report.junit.TestCase.Outcome;

/**
 * Writes a JUnit test result, which CI servers show: a suite for each type of package, a case for each finding. A case
 * fails if its finding fails the gate; without a gate every finding that stands fails its case. Findings below the gate
 * and those set aside are skipped cases, settled ones pass. What could not be examined is skipped, too: it has not
 * passed.
 *
 * @see <a href="https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd">The
 *     schema that Jenkins holds such files to</a>
 */
public final class JUnitWriter implements ReportWriter {
    @Override
    public String format() {
        return "junit";
    }

    @Override
    public boolean tellsPackages() {
        return false;
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        Map<String, List<TestCase>> suites = suites(report);
        XmlWriter xml = new XmlWriter(out);
        xml.element("testsuites").attribute("name", "drydock");
        counts(suites.values().stream().flatMap(List::stream).toList(), xml);
        for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
            xml.element("testsuite").attribute("name", report.target().name() + " (" + suite.getKey() + ")");
            counts(suite.getValue(), xml);
            for (TestCase testCase : suite.getValue()) {
                testCase.write(xml);
            }
            xml.end();
        }
        xml.end();
    }

    private static void counts(List<TestCase> cases, XmlWriter xml) {
        xml.attribute("tests", String.valueOf(cases.size()));
        xml.attribute("failures", String.valueOf(count(cases, Outcome.FAILURE)));
        xml.attribute("errors", "0");
        xml.attribute("skipped", String.valueOf(count(cases, Outcome.SKIPPED)));
        xml.attribute("time", "0");
    }

    private static long count(List<TestCase> cases, Outcome outcome) {
        return cases.stream().filter(c -> c.outcome() == outcome).count();
    }

    private static Map<String, List<TestCase>> suites(ScanReport report) {
        Map<String, List<TestCase>> suites = new TreeMap<>();
        Set<String> failing = failing(report);
        for (PackageVulnerability v : PackageVulnerability.standing(report)) {
            boolean fails = failing.contains(v.finding().fingerprint());
            String why = (fails ? "" : notFailed(v.finding().severity())) + message(report, v);
            add(suites, TestCase.of(v, fails ? Outcome.FAILURE : Outcome.SKIPPED, why));
        }
        for (PackageVulnerability.Suppressed s : PackageVulnerability.suppressed(report)) {
            add(suites, TestCase.of(s.vulnerability(), Outcome.SKIPPED, s.because()));
        }
        for (PackageVulnerability v : PackageVulnerability.of(report)) {
            if (!Gate.stands(v.finding())) {
                add(suites, TestCase.of(v, Outcome.PASSED, ""));
            }
        }
        if (report.vulnerabilitiesExamined()) {
            clean(report, suites);
        }
        notExamined(report, suites);
        return suites;
    }

    private static void add(Map<String, List<TestCase>> suites, TestCase testCase) {
        suites.computeIfAbsent(testCase.suite(), _ -> new ArrayList<>()).add(testCase);
    }

    /** The fingerprints of the findings whose cases fail. */
    private static Set<String> failing(ScanReport report) {
        List<Finding> failing = report.gate() == null
                ? report.findings().stream().filter(Gate::stands).toList()
                : new Gate(report.gate()).judge(report.findings()).failing();
        Set<String> fingerprints = new HashSet<>();
        failing.forEach(finding -> fingerprints.add(finding.fingerprint()));
        return fingerprints;
    }

    private static String notFailed(Severity severity) {
        return severity == Severity.UNKNOWN ? "Without a severity, not judged by the gate: " : "Below the gate: ";
    }

    private static String message(ScanReport report, PackageVulnerability v) {
        return v.finding().severity().word() + ", "
                + (v.fixedIn().isEmpty() ? "no fix is known" : "fixed in " + v.fixedIn())
                + (v.isKnownExploited() ? ", known to be exploited" : "")
                + (report.isNew(v.finding()) ? ", new since the baseline" : "");
    }

    /** A case for each type of package of which nothing is known to be wrong, or of which nothing is known at all. */
    private static void clean(ScanReport report, Map<String, List<TestCase>> suites) {
        Map<PackageType, Integer> unmatched = Summary.of(report).unmatched();
        Summary.of(report).packages().forEach((type, n) -> {
            if (unmatched.containsKey(type)) {
                add(
                        suites,
                        TestCase.skipped(
                                type.word(), Quantity.count(n, "package"), "No advisory data was there for them"));
            } else if (!suites.containsKey(type.word())) {
                add(
                        suites,
                        TestCase.passed(type.word(), Quantity.count(n, "package") + " without known vulnerabilities"));
            }
        });
    }

    private static void notExamined(ScanReport report, Map<String, List<TestCase>> suites) {
        for (Diagnostic diagnostic : report.inventory().diagnostics()) {
            if (diagnostic.level() == Diagnostic.Level.NOT_EXAMINED) {
                add(suites, TestCase.skipped("not examined", diagnostic.place(), diagnostic.message()));
            }
        }
    }
}
