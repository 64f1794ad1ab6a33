package org.drydock.report.html;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.report.HostileReport;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;

/** Writes the sample reports as pages into a folder, to look at them. */
final class HtmlPreview {
    private HtmlPreview() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(SampleReport.report(), folder.resolve("sample.html"));
        write(RichReports.everything(), folder.resolve("everything.html"));
        write(SampleReport.withoutFindings(), folder.resolve("nothing.html"));
        write(SampleReport.withoutData(), folder.resolve("no-data.html"));
        write(SampleReport.inventoryOnly(), folder.resolve("inventory.html"));
        write(HostileReport.report(), folder.resolve("hostile.html"));
        write(RichReports.of(10_000), folder.resolve("many.html"));
    }

    private static void write(ScanReport report, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new HtmlWriter().write(report, out);
        }
    }
}
