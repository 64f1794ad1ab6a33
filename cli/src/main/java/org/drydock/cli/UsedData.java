package org.drydock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.match.Knowledge;
import org.drydock.vuln.update.UpdateLedger;
import org.drydock.vuln.update.WantedNamespaces;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The advisory data that a scan uses: how old it is, and a note of what was asked, for the next update. */
final class UsedData {
    private final ParseResult arguments;
    private final Surroundings surroundings;
    private final DbFolders folders;
    private final DataAge age;
    private boolean stale;

    private UsedData(ParseResult arguments, Surroundings surroundings, DataAge age) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.folders = DbFolders.of(arguments, surroundings);
        this.age = age;
    }

    /** For one target. */
    static UsedData of(ParseResult arguments, Surroundings surroundings) {
        return new UsedData(arguments, surroundings, age(arguments));
    }

    /** How old data may be, as the command line says. */
    static DataAge age(ParseResult arguments) {
        String text = Options.value(arguments, "--max-data-age", DataAge.DEFAULT);
        Optional<DataAge> age = DataAge.parse(text);
        if (age.isEmpty()) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "--max-data-age " + text + ": expected a number with d, h or m, or 0");
        }
        return age.get();
    }

    Path store() {
        return folders.store();
    }

    /** What is to be said of the data that was asked, all of it. */
    List<Diagnostic> judge(Knowledge knowledge) {
        remember(knowledge);
        List<Diagnostic> diagnostics =
                age.judge(knowledge.used(), UpdateLedger.read(folders.updates()), surroundings.now());
        stale |= !diagnostics.isEmpty();
        return diagnostics;
    }

    /** What a scan ends with that passed in every other way. */
    int exitCode() {
        if (!stale || !Options.isSet(arguments, "--fail-on-stale")) {
            return ExitCode.PASS;
        }
        surroundings.err().println("drydock: --fail-on-stale: data that was used is too old; run: drydock db update");
        return ExitCode.ERROR;
    }

    /** A cache folder that cannot be written must not stop a scan; then an update has to be told what to bring. */
    private void remember(Knowledge knowledge) {
        if (Options.isSet(arguments, "--no-cache")) {
            return;
        }
        try {
            new WantedNamespaces(folders.updates())
                    .add(knowledge.asked(), LocalDate.ofInstant(surroundings.now(), ZoneOffset.UTC));
        } catch (IOException e) {
            if (Options.verbosity(arguments) > 0) {
                surroundings.err().println("warning: not remembered what data was asked: " + e);
            }
        }
    }
}
