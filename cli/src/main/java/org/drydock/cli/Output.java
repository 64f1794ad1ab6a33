package org.drydock.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String NAME = "{name}";
    private static final String INDEX = "{index}";
    private static final String TEMPLATE = "template";
    private static final long MAX_TEMPLATE = 1 << 20;

    /**
     * The formats there are.
     *
     * @param judged whether the report has findings, and not packages only
     */
    static List<String> formats(boolean judged) {
        return Stream.concat(
                        ReportWriters.all().stream()
                                .filter(w -> judged || w.tellsPackages())
                                .map(ReportWriter::format),
                        Stream.of(TEMPLATE + "=TEMPLATE"))
                .toList();
    }

    /** The outputs that the command line asks for; a table on standard output if none. */
    static List<Output> of(ParseResult arguments, Surroundings surroundings, boolean judged) {
        List<String> asked = Options.value(arguments, "--output", List.<String>of());
        List<Output> outputs = new ArrayList<>();
        for (String text : asked.isEmpty() ? List.of("table") : asked) {
            outputs.add(of(text, arguments, surroundings, judged));
        }
        if (outputs.stream().filter(o -> o.file == null).count() > 1) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "-o: only one output can go to standard output; give the others a file: -o FORMAT=FILE");
        }
        return outputs;
    }

    private static Output of(String text, ParseResult arguments, Surroundings surroundings, boolean judged) {
        int equals = text.indexOf('=');
        String format = equals < 0 ? text : text.substring(0, equals);
        String file = equals < 0 ? "" : text.substring(equals + 1);
        if (equals >= 0 && file.isEmpty()) {
            throw usage(arguments, "-o " + text + ": a file name is missing after the =");
        }
        if (format.equals(TEMPLATE)) {
            return ofTemplate(file, arguments, surroundings);
        }
        ReportWriter writer = ReportWriters.byFormat(format)
                .orElseThrow(() -> usage(
                        arguments, "-o " + text + ": no such format; there are " + String.join(", ", formats(judged))));
        if (!judged && !writer.tellsPackages()) {
            throw usage(arguments, "-o " + text + ": the format tells of findings only: use it with scan");
        }
        boolean table = format.equals("table");
        ReportWriter styled = table ? table(arguments, surroundings, file.isEmpty()) : writer;
        return new Output(styled, file.isEmpty() ? null : Path.of(file));
    }

    /** {@code -o template=TEMPLATE[=FILE]}; a template whose name has an equals sign in it needs the second part. */
    private static Output ofTemplate(String names, ParseResult arguments, Surroundings surroundings) {
        int equals = names.lastIndexOf('=');
        String template = equals < 0 ? names : names.substring(0, equals);
        String file = equals < 0 ? "" : names.substring(equals + 1);
        if (template.isEmpty() || (equals >= 0 && file.isEmpty())) {
            throw usage(arguments, "-o template: write -o template=TEMPLATE or -o template=TEMPLATE=FILE");
        }
        Path path = surroundings.directory().resolve(template);
        try {
            if (Files.size(path) > MAX_TEMPLATE) {
                throw new DrydockException(
                        "-o template=" + template + ": the template is larger than " + MAX_TEMPLATE + " bytes");
            }
            String text = Files.readString(path);
            return new Output(ReportWriters.ofTemplate(template, text), file.isEmpty() ? null : Path.of(file));
        } catch (IOException e) {
            throw new DrydockException("-o template=" + template + ": cannot be read as UTF-8 text: " + e, e);
        }
    }

    private static ParameterException usage(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }

    private static ReportWriter table(ParseResult arguments, Surroundings surroundings, boolean toTerminal) {
        TableStyle style = toTerminal ? style(surroundings) : TableStyle.PLAIN;
        boolean everything = arguments.commandSpec().findOption(Options.SHOW_SUPPRESSED) != null
                && Options.isSet(arguments, Options.SHOW_SUPPRESSED);
        return new TableWriter(everything ? style.withEverything() : style);
    }

    /** What standard output can show. */
    static TableStyle style(Surroundings surroundings) {
        return new TableStyle(surroundings.width(), surroundings.colour(), isUtf8(surroundings));
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

    /** This output for one of several targets: its file's name holds {@code {name}} or {@code {index}}. */
    Output forTarget(String name, String index) {
        return file == null
                ? this
                : new Output(writer, Path.of(file.toString().replace(NAME, name).replace(INDEX, index)));
    }

    /** Whether the outputs of several targets would go to the same place. */
    boolean isSharedByTargets() {
        return file == null
                || !(file.toString().contains(NAME) || file.toString().contains(INDEX));
    }

    /** Makes the folder that the file goes to. */
    void createFolder(Surroundings surroundings) {
        Path parent = file == null
                ? null
                : surroundings.directory().resolve(file).toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw new DrydockException(
                    "-o " + writer.format() + "=" + file + ": cannot be written: " + e.getMessage(), e);
        }
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
