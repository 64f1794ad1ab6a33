package org.drydock.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the program. */
interface Verb {
    /** Its name, options and parameters. */
    CommandSpec spec();

    /** Does it; the result is the exit code. */
    int run(ParseResult arguments, Surroundings surroundings);
}
