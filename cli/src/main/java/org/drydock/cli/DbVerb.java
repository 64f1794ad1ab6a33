package org.drydock.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock db}: the advisory data. */
final class DbVerb implements Verb {
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    DbVerb() {
        verbs.put("update", new DbUpdate());
        verbs.put("import", new DbImport());
        verbs.put("status", new DbStatus());
        verbs.put("search", new DbSearch());
        verbs.put("diff", new DbDiff());
        verbs.put("export", new DbExport());
        verbs.put("keygen", new DbKeygen());
        verbs.put("feeds", new DbFeeds());
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("db"));
        spec.usageMessage().description("Brings advisory data, carries it to other machines, and tells what there is.");
        verbs.forEach((name, verb) -> spec.addSubcommand(name, verb.spec()));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        if (!arguments.hasSubcommand()) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), "db: expected one of " + String.join(", ", verbs.keySet()));
        }
        ParseResult sub = arguments.subcommand();
        return Objects.requireNonNull(verbs.get(sub.commandSpec().name())).run(sub, surroundings);
    }
}
