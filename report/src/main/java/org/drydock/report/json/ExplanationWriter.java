package org.drydock.report.json;

import java.io.IOException;
import java.io.OutputStream;
import org.drydock.core.Evidence;
import org.drydock.core.Finding;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.json.JsonWriter;
import org.drydock.report.JsonOutput;
import org.drydock.vuln.match.Explanation;
import org.drydock.vuln.match.Explanation.PackageVerdict;

/** Writes for programs why a vulnerability is reported, or why it is not. */
public final class ExplanationWriter {
    private ExplanationWriter() {}

    /**
     * Writes the explanation as one JSON document.
     *
     * @throws IOException if the target fails
     */
    public static void write(Explanation explanation, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> document(explanation, json));
    }

    private static void document(Explanation explanation, JsonWriter json) {
        json.object().member("vulnerability", explanation.vulnerability());
        json.strings("ids", explanation.ids()).memberIfPresent("summary", explanation.summary());
        json.array("packages");
        explanation.packages().forEach(verdict -> verdict(verdict, json));
        json.endArray();
        json.strings("remarks", explanation.remarks());
        json.endObject();
    }

    private static void verdict(PackageVerdict verdict, JsonWriter json) {
        PackageSubject subject = verdict.subject();
        json.object().member("type", subject.type());
        json.member("name", subject.name()).member("version", subject.version());
        json.member("purl", subject.purl().toString());
        PackageSection.locations(subject.locations(), json);
        json.member("conclusion", verdict.conclusion().word());
        json.member("status", verdict.status().word());
        json.array("steps");
        for (Evidence step : verdict.steps()) {
            json.object()
                    .member("what", step.what())
                    .member("text", step.text())
                    .endObject();
        }
        json.endArray();
        Finding finding = verdict.finding();
        if (finding != null) {
            json.member("fingerprint", finding.fingerprint());
        }
        json.endObject();
    }
}
