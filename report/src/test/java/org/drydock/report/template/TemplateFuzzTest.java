package org.drydock.report.template;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.drydock.report.SampleReport;

class TemplateFuzzTest {
    @FuzzTest
    void endsOrIsRefused(byte[] template) throws IOException {
        try {
            new TemplateWriter("t", new String(template, StandardCharsets.UTF_8), 1 << 16, 100_000)
                    .write(SampleReport.compared(), OutputStream.nullOutputStream());
        } catch (TemplateException e) {
            // what is no template is refused
        }
    }
}
