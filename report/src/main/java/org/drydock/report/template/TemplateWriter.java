package org.drydock.report.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.drydock.json.JsonReader;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.json.JsonReportWriter;

/**
 * Fills a Mustache template with the members of the JSON report. A template has no code and no way to files, other
 * templates or the program: it sees the report's members and nothing else. It may be 1 MiB long, write 64 Mi characters
 * and take 50 million steps. <code>{{name}}</code> is escaped for HTML, <code>{{{name}}}</code> is not.
 *
 * @see <a href="https://mustache.github.io/mustache.5.html">mustache(5)</a>
 */
public final class TemplateWriter implements ReportWriter {
    private static final int MAX_TEMPLATE = 1 << 20;
    private static final long MAX_OUTPUT = 1L << 26;
    private static final long MAX_STEPS = 50_000_000;

    private final String name;
    private final String text;
    private final long maxOutput;
    private final long maxSteps;

    /**
     * Takes a template.
     *
     * @param name for messages
     * @throws TemplateException if it is too long or no template
     */
    public TemplateWriter(String name, String text) {
        this(name, text, MAX_OUTPUT, MAX_STEPS);
    }

    TemplateWriter(String name, String text, long maxOutput, long maxSteps) {
        this.name = name;
        this.text = text;
        this.maxOutput = maxOutput;
        this.maxSteps = maxSteps;
        if (text.length() > MAX_TEMPLATE) {
            throw new TemplateException(name + ": the template is longer than " + MAX_TEMPLATE + " characters");
        }
        compile(new ReportMembers(maxSteps));
    }

    @Override
    public String format() {
        return "template";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new JsonReportWriter().write(report, json);
        Object model = ReportMembers.model(JsonReader.read(json.toByteArray(), "report"));
        Template template = compile(new ReportMembers(maxSteps));
        try {
            BoundedWriter bounded = new BoundedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), maxOutput);
            template.execute(model, bounded);
            bounded.endLine();
            bounded.flush();
        } catch (MustacheException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw explained(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (LimitReached e) {
            throw new TemplateException(name + ": " + e.getMessage());
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    private Template compile(ReportMembers members) {
        try {
            return Mustache.compiler()
                    .withCollector(members)
                    .withLoader(partial -> {
                        throw new LimitReached("{{>" + partial + "}}: a template cannot take in others");
                    })
                    .defaultValue("")
                    .emptyStringIsFalse(true)
                    .compile(text);
        } catch (LimitReached e) {
            throw new TemplateException(name + ": " + e.getMessage());
        } catch (MustacheException e) {
            throw explained(e);
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    private TemplateException explained(MustacheException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new TemplateException(name + ": " + cause.getMessage());
    }

    private TemplateException tooDeep() {
        return new TemplateException(name + ": its sections are nested too deeply");
    }
}
