package org.drydock.report.junit;

import java.io.IOException;
import java.util.stream.Collectors;
import org.drydock.core.Evidence;
import org.drydock.core.Location;
import org.drydock.report.PackageVulnerability;
import org.drydock.report.XmlWriter;

/**
 * One case.
 *
 * @param suite the name of its suite, a type of packages
 * @param className what it is about, which CI servers group by
 * @param message why it failed or was skipped
 * @param text more of the same, in lines
 */
record TestCase(String suite, String className, String name, Outcome outcome, String message, String text) {
    /** How it ended. */
    enum Outcome {
        PASSED,
        FAILURE,
        SKIPPED
    }

    static TestCase of(PackageVulnerability v, Outcome outcome, String message) {
        String title = v.detail().summary().isEmpty() ? "" : " " + v.detail().summary();
        return new TestCase(
                v.subject().type(),
                v.subject().name() + " " + v.subject().version(),
                "[" + v.finding().severity().word() + "] " + v.finding().rule() + title,
                outcome,
                message,
                text(v));
    }

    static TestCase passed(String suite, String name) {
        return new TestCase(suite, suite, name, Outcome.PASSED, "", "");
    }

    static TestCase skipped(String suite, String name, String message) {
        return new TestCase(suite, suite, name, Outcome.SKIPPED, message, "");
    }

    private static String text(PackageVulnerability v) {
        String places = v.subject().locations().stream().map(Location::path).collect(Collectors.joining("\n"));
        String evidence = v.finding().evidence().stream().map(Evidence::text).collect(Collectors.joining("\n"));
        String references = String.join("\n", v.detail().references());
        return String.join("\n", v.subject().purl().toString(), places, evidence, references)
                .strip();
    }

    void write(XmlWriter xml) throws IOException {
        xml.element("testcase").attribute("classname", className).attribute("name", name);
        xml.attribute("time", "0");
        switch (outcome) {
            case PASSED -> {}
            case FAILURE ->
                xml.element("failure")
                        .attribute("type", "vulnerability")
                        .attribute("message", message)
                        .endWith(text);
            case SKIPPED -> xml.element("skipped").attribute("message", message).end();
        }
        xml.end();
    }
}
