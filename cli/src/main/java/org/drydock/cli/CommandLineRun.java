package org.drydock.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.drydock.core.DrydockException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One run of the program. Only the command that is asked for is set up: describing all of them would cost more than most
 * of them take.
 */
final class CommandLineRun {
    private static final Map<String, Supplier<Verb>> VERBS = verbs();

    private final Surroundings surroundings;

    CommandLineRun(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static Map<String, Supplier<Verb>> verbs() {
        Map<String, Supplier<Verb>> verbs = new LinkedHashMap<>();
        verbs.put("scan", ScanVerb::new);
        verbs.put("sbom", SbomVerb::new);
        verbs.put("explain", ExplainVerb::new);
        verbs.put("vex", VexVerb::new);
        verbs.put("db", DbVerb::new);
        verbs.put("watch", WatchVerb::new);
        return verbs;
    }

    int run(String[] args) {
        boolean traces = java.util.Arrays.asList(args).contains("-vv");
        try {
            return parseAndRun(args);
        } catch (ParameterException e) {
            surroundings.err().println("drydock: " + e.getMessage());
            surroundings
                    .err()
                    .println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.WRONG_USAGE;
        } catch (DrydockException e) {
            surroundings.err().println("drydock: " + e.getMessage());
            trace(e, traces);
            return ExitCode.ERROR;
        } catch (RuntimeException | StackOverflowError e) {
            surroundings
                    .err()
                    .println("drydock: internal error: " + e
                            + (traces ? "" : "; run it again with -vv to see where, and please report it"));
            trace(e, traces);
            return ExitCode.ERROR;
        } catch (OutOfMemoryError e) {
            surroundings.err().println("drydock: not enough memory; give it more with DRYDOCK_JAVA_OPTS=-Xmx2g");
            return ExitCode.ERROR;
        }
    }

    private void trace(Throwable error, boolean wanted) {
        if (wanted) {
            error.printStackTrace(surroundings.err());
        }
    }

    private int parseAndRun(String[] args) {
        String asked = args.length == 0 ? "" : args[0];
        Map<String, Verb> verbs = new LinkedHashMap<>();
        if (VERBS.containsKey(asked)) {
            verbs.put(asked, VERBS.get(asked).get());
        } else {
            VERBS.forEach((name, verb) -> verbs.put(name, verb.get()));
        }
        CommandLine line = new CommandLine(root(verbs));
        line.setUsageHelpWidth(Math.min(100, Math.max(60, surroundings.width())));
        line.setDefaultValueProvider(Defaults.read(surroundings));
        ParseResult result = line.parseArgs(args);
        ParseResult deepest = result;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        if (deepest.isUsageHelpRequested()) {
            usage(deepest.commandSpec(), surroundings.out());
            return ExitCode.PASS;
        }
        if (!result.hasSubcommand()) {
            if (result.isVersionHelpRequested()) {
                surroundings.out().println("drydock " + Main.VERSION);
                return ExitCode.PASS;
            }
            usage(line.getCommandSpec(), surroundings.err());
            return ExitCode.WRONG_USAGE;
        }
        ParseResult verb = result.subcommand();
        return java.util.Objects.requireNonNull(verbs.get(verb.commandSpec().name()))
                .run(verb, surroundings);
    }

    private static CommandSpec root(Map<String, Verb> verbs) {
        CommandSpec root = CommandSpec.create().name("drydock");
        root.usageMessage()
                .description("Container security in one program: finds what is in an image, a directory or a host, and"
                        + " what is wrong with it.")
                .footer("", "Exit codes: 0 pass, 1 error, 2 gate failed, 3 nothing to examine, 64 wrong usage.");
        root.addOption(Options.flag("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        root.addOption(Options.flag("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        verbs.forEach((name, verb) -> root.addSubcommand(name, verb.spec()));
        return root;
    }

    private static void usage(CommandSpec spec, java.io.PrintStream to) {
        spec.commandLine().usage(to, CommandLine.Help.Ansi.OFF);
    }
}
