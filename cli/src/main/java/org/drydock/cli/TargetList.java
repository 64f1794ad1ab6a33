package org.drydock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.drydock.core.DrydockException;
import org.drydock.report.ScanReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The targets of one run. A single one is reported on standard output. Several are examined side by side; each has
 * files of its own, one that fails does not stop the others, and a summary says how all of them ended.
 */
final class TargetList {
    private static final Path NO_FILE = Path.of("");
    private static final int MAX_BYTES = 1 << 22;
    private static final int MAX_JOBS = 64;
    private static final int DEFAULT_JOBS = 2;

    private final ParseResult arguments;
    private final Surroundings surroundings;
    private final List<String> targets;
    private final boolean several;
    private final List<Output> outputs;

    private TargetList(
            ParseResult arguments, Surroundings surroundings, List<String> targets, boolean several, boolean judged) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.targets = targets;
        this.several = several;
        this.outputs = outputs(judged);
    }

    /**
     * How the examination of one target ended.
     *
     * @param exit what the program would end with, were it the only one
     */
    record Outcome(ScanReport report, int exit) {}

    /** Examines one target. */
    @FunctionalInterface
    interface Examiner {
        Outcome examine(String target, boolean alone);
    }

    /**
     * The outcome, or why there is none.
     *
     * @param files where the target's reports are
     */
    record Result(String target, @Nullable Outcome outcome, String error, List<String> files) {
        int exit() {
            return outcome == null ? ExitCode.ERROR : outcome.exit();
        }
    }

    /**
     * The targets that the command line names, and those of {@code --from-file}.
     *
     * @param judged whether their reports have findings, and not packages only
     */
    static TargetList of(ParseResult arguments, Surroundings surroundings, boolean judged) {
        List<String> targets = new ArrayList<>(arguments.matchedPositionalValue(0, List.<String>of()));
        Path file = Options.value(arguments, "--from-file", NO_FILE);
        boolean fromFile = !file.equals(NO_FILE);
        if (fromFile) {
            targets.addAll(read(surroundings.directory().resolve(file)));
        }
        if (targets.isEmpty() && !fromFile) {
            throw usage(arguments, "Missing required parameter: 'TARGET'");
        }
        if (targets.isEmpty()) {
            throw new DrydockException("--from-file " + file + ": names no target");
        }
        return new TargetList(arguments, surroundings, targets, fromFile || targets.size() > 1, judged);
    }

    /** Examines all targets, writes their reports, and returns what the program is to end with. */
    int examine(Examiner examiner) {
        if (several) {
            return examineAll(examiner);
        }
        Outcome outcome = examiner.examine(targets.getFirst(), true);
        outputs.forEach(output -> output.write(outcome.report(), surroundings));
        if (outcome.exit() == ExitCode.NOTHING_TO_EXAMINE) {
            surroundings.err().println("drydock: " + targets.getFirst() + ": no packages found: nothing to examine");
        }
        return outcome.exit();
    }

    private int examineAll(Examiner examiner) {
        List<String> names = names();
        int jobs = jobs();
        ProgressLine line = surroundings.errIsTerminal() && !Options.isSet(arguments, "--quiet")
                ? new ProgressLine(surroundings.err(), "")
                : null;
        AtomicInteger done = new AtomicInteger();
        List<Result> results = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, targets.size()))) {
            List<Future<Result>> running = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                int index = i;
                running.add(workers.submit(() -> {
                    Result result = examine(index, names.get(index), examiner);
                    if (line != null) {
                        line.say("examined " + done.incrementAndGet() + " of " + targets.size() + " targets");
                    }
                    return result;
                }));
            }
            for (Future<Result> each : running) {
                results.add(each.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new DrydockException("" + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrydockException("interrupted", e);
        } finally {
            if (line != null) {
                line.clear();
            }
        }
        TargetSummary summary = new TargetSummary(results);
        surroundings.out().print(summary.text());
        Path file = Options.value(arguments, "--summary", NO_FILE);
        if (!file.equals(NO_FILE)) {
            write(surroundings.directory().resolve(file), summary.json());
        }
        return summary.exit();
    }

    private Result examine(int index, String name, Examiner examiner) {
        String target = targets.get(index);
        List<String> files = new ArrayList<>();
        try {
            Outcome outcome = examiner.examine(target, false);
            String number = String.format("%0" + String.valueOf(targets.size()).length() + "d", index + 1);
            for (Output output : outputs) {
                Output own = output.forTarget(name, number);
                own.createFolder(surroundings);
                own.write(outcome.report(), surroundings);
                files.add(String.valueOf(own.file()));
            }
            return new Result(target, outcome, "", files);
        } catch (DrydockException e) {
            return new Result(target, null, String.valueOf(e.getMessage()), files);
        } catch (ParameterException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return new Result(target, null, "internal error: " + e + "; please report it", files);
        }
    }

    private List<Output> outputs(boolean judged) {
        List<Output> asked = Output.of(arguments, surroundings, judged);
        if (!several) {
            return asked;
        }
        if (Options.value(arguments, "--output", List.<String>of()).isEmpty()) {
            return List.of();
        }
        for (Output output : asked) {
            if (output.isSharedByTargets()) {
                throw usage(
                        arguments,
                        "-o " + output.writer().format() + ": several targets need a file each: -o "
                                + output.writer().format()
                                + "=reports/{name}.json, or {index} for the target's number");
            }
        }
        return asked;
    }

    /** A name for each target's files: its reference, as far as file names go, and a number where two are alike. */
    private List<String> names() {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String target : targets) {
            String plain = target.replaceAll("[^A-Za-z0-9._@-]+", "_").replaceFirst("^[._]+", "");
            String name = plain.isEmpty() ? "target" : plain.length() > 150 ? plain.substring(0, 150) : plain;
            String unique = name;
            for (int i = 2; !taken.add(unique); i++) {
                unique = name + "-" + i;
            }
            names.add(unique);
        }
        return names;
    }

    private int jobs() {
        int jobs = Options.value(arguments, "--jobs", DEFAULT_JOBS);
        if (jobs < 1 || jobs > MAX_JOBS) {
            throw usage(arguments, "--jobs " + jobs + ": expected a number from 1 to " + MAX_JOBS);
        }
        return jobs;
    }

    private static List<String> read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DrydockException("--from-file " + file + ": larger than " + MAX_BYTES + " bytes");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new DrydockException("--from-file " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DrydockException("--summary " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static ParameterException usage(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
