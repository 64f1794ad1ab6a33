package org.drydock.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that several commands have, and how they are read. */
final class Options {
    static final String SHOW_SUPPRESSED = "--show-suppressed";

    private Options() {}

    /** Adds what every command understands. */
    static CommandSpec withCommon(CommandSpec spec) {
        return spec.addOption(flag("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build())
                .addOption(OptionSpec.builder("--cache-dir")
                        .type(Path.class)
                        .paramLabel("DIR")
                        .description("Where advisory data and results of layers are kept.")
                        .build())
                .addOption(flag("--offline")
                        .description("Never touch the network: images in registries and \"db update\" are an error.")
                        .build())
                .addOption(flag("-q", "--quiet")
                        .description("No progress and no warnings on standard error.")
                        .build())
                .addOption(flag("-v", "--verbose")
                        .type(boolean[].class)
                        .description("Say more on standard error; -vv with stack traces.")
                        .build());
    }

    static OptionSpec.Builder flag(String... names) {
        return OptionSpec.builder(names[0], java.util.Arrays.copyOfRange(names, 1, names.length))
                .type(boolean.class)
                .arity("0");
    }

    /** The outputs asked for, with the formats that the command offers. */
    static OptionSpec outputs(List<String> formats) {
        return OptionSpec.builder("-o", "--output")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("FORMAT[=FILE]")
                .description("How to write the result, and where to; repeatable. Formats: " + String.join(", ", formats)
                        + ". Default: " + formats.getFirst() + ", to standard output.")
                .build();
    }

    /** The value of an option, from wherever it comes: the command line, the environment or the file. */
    static <T> T value(ParseResult arguments, String option, T otherwise) {
        T value = arguments.commandSpec().findOption(option).getValue();
        return value == null ? otherwise : value;
    }

    static Path cacheDirectory(ParseResult arguments, Surroundings surroundings) {
        return value(arguments, "--cache-dir", surroundings.defaultCacheDirectory());
    }

    static Path storeDirectory(ParseResult arguments, Surroundings surroundings) {
        return cacheDirectory(arguments, surroundings).resolve("db");
    }

    static boolean isSet(ParseResult arguments, String flag) {
        return value(arguments, flag, false);
    }

    static int verbosity(ParseResult arguments) {
        return value(arguments, "--verbose", new boolean[0]).length;
    }
}
