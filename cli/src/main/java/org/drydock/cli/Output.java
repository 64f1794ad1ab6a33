package org.drydock.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.core.DrydockException;
import org.drydock.report.ReportWriter;
import org.drydock.report.ScanReport;
import org.drydock.report.formats.ReportWriters;
import org.drydock.report.table.TableStyle;
import org.drydock.report.table.TableWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One {@code -o FORMAT[=FILE]}.
 *
 * @param file null for standard output
 */
record Output(ReportWriter writer, @Nullable Path file) {
    /** The formats there are. */
    static List<String> formats() {
        return ReportWriters.all().stream().map(ReportWriter::format).toList();
    }

    /** The outputs that the command line asks for; a table on standard output if none. */
    static List<Output> of(ParseResult arguments, Surroundings surroundings) {
        List<String> asked = Options.value(arguments, "--output", List.<String>of());
        List<Output> outputs = new ArrayList<>();
        for (String text : asked.isEmpty() ? List.of("table") : asked) {
            outputs.add(of(text, arguments, surroundings));
        }
        if (outputs.stream().filter(o -> o.file == null).count() > 1) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "-o: only one output can go to standard output; give the others a file: -o FORMAT=FILE");
        }
        return outputs;
    }

    private static Output of(String text, ParseResult arguments, Surroundings surroundings) {
        int equals = text.indexOf('=');
        String format = equals < 0 ? text : text.substring(0, equals);
        String file = equals < 0 ? "" : text.substring(equals + 1);
        Optional<ReportWriter> writer = ReportWriters.byFormat(format);
        if (writer.isEmpty() || (equals >= 0 && file.isEmpty())) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    writer.isEmpty()
                            ? "-o " + text + ": no such format; there are " + String.join(", ", formats())
                            : "-o " + text + ": a file name is missing after the =");
        }
        boolean table = format.equals("table");
        ReportWriter styled = table && file.isEmpty() ? terminalTable(surroundings) : writer.get();
        return new Output(styled, file.isEmpty() ? null : Path.of(file));
    }

    private static ReportWriter terminalTable(Surroundings surroundings) {
        return new TableWriter(new TableStyle(surroundings.width(), surroundings.colour(), isUtf8(surroundings)));
    }

    private static boolean isUtf8(Surroundings surroundings) {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = surroundings.environment().getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String upper = value.toUpperCase(java.util.Locale.ROOT);
                return upper.contains("UTF-8") || upper.contains("UTF8");
            }
        }
        return !surroundings.outIsTerminal();
    }

    /** Writes the report; a file appears only when it is whole. */
    void write(ScanReport report, Surroundings surroundings) {
        try {
            if (file == null) {
                OutputStream out = new BufferedOutputStream(surroundings.out(), 1 << 16);
                writer.write(report, out);
                out.flush();
                return;
            }
            Path target = surroundings.directory().resolve(file);
            Path parent = target.toAbsolutePath().getParent();
            Path aside = Files.createTempFile(parent == null ? Path.of(".") : parent, ".drydock-", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
                    writer.write(report, out);
                }
                if (Files.exists(target) && !Files.isRegularFile(target)) {
                    Files.copy(aside, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.move(aside, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    target.toFile().setReadable(true, false);
                }
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new DrydockException(
                    "-o " + writer.format() + "=" + file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
