package org.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.drydock.core.DrydockException;
import org.drydock.core.Limits;
import org.drydock.json.JsonWriter;
import org.drydock.runtime.event.EventType;
import org.drydock.runtime.event.EventTypes;
import org.drydock.runtime.field.FieldDefinition;
import org.drydock.runtime.field.Fields;
import org.drydock.runtime.rules.LoadResult;
import org.drydock.runtime.rules.LoadResults;
import org.drydock.runtime.rules.Rule;
import org.drydock.runtime.rules.RuleLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code drydock watch}: rules about what happens at run time. */
final class WatchVerb implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("watch"))
                .addOption(files(
                        "--rules", "A rule file, or a folder of them; repeatable, later ones may change earlier."))
                .addOption(files(
                        "--validate", "Say what is wrong with rule files; repeatable. The exit code is 1 on errors."))
                .addOption(Options.flag("--list-rules")
                        .description("List the rules of --rules.")
                        .build())
                .addOption(Options.flag("--list-fields")
                        .description("List the fields that rules may name.")
                        .build())
                .addOption(Options.flag("--list-events")
                        .description("List the types of events and their parameters.")
                        .build())
                .addOption(Options.flag("--json")
                        .description("Write JSON instead of text.")
                        .build());
        spec.usageMessage().description("Checks and lists rules in Falco's language, and what they may speak of.");
        return spec;
    }

    private static OptionSpec files(String name, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .paramLabel("FILE")
                .arity("1..*")
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        boolean json = Options.isSet(arguments, "--json");
        List<Path> validated = Options.value(arguments, "--validate", List.<Path>of());
        if (!validated.isEmpty()) {
            return validate(load(validated, surroundings).results(), json, surroundings);
        }
        if (Options.isSet(arguments, "--list-fields")) {
            write(json ? fieldsJson() : fieldsText(), surroundings);
            return ExitCode.PASS;
        }
        if (Options.isSet(arguments, "--list-events")) {
            write(json ? eventsJson() : eventsText(), surroundings);
            return ExitCode.PASS;
        }
        List<Path> rules = Options.value(arguments, "--rules", List.<Path>of());
        if (!Options.isSet(arguments, "--list-rules") || rules.isEmpty()) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "watch: expected --validate FILE, --list-fields, --list-events, or --list-rules with --rules FILE");
        }
        RuleLoader loader = load(rules, surroundings);
        if (!loader.results().stream().allMatch(LoadResult::isSuccessful)) {
            loader.results().forEach(r -> surroundings.err().print(LoadResults.text(r)));
            return ExitCode.ERROR;
        }
        write(json ? rulesJson(loader.rules()) : rulesText(loader.rules()), surroundings);
        return ExitCode.PASS;
    }

    private static int validate(List<LoadResult> results, boolean json, Surroundings surroundings) {
        if (json) {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            LoadResults.writeJson(results, document);
            write(document.toString(StandardCharsets.UTF_8), surroundings);
        } else {
            results.forEach(r -> surroundings.out().print(LoadResults.text(r)));
        }
        return results.stream().allMatch(LoadResult::isSuccessful) ? ExitCode.PASS : ExitCode.ERROR;
    }

    private static void write(String text, Surroundings surroundings) {
        surroundings.out().println(text.stripTrailing());
    }

    private static RuleLoader load(List<Path> given, Surroundings surroundings) {
        RuleLoader loader = new RuleLoader();
        for (Path path : given) {
            for (Path file : files(surroundings.directory().resolve(path))) {
                loader.load(file.toString(), read(file));
            }
        }
        return loader;
    }

    /** A file itself; of a folder, its rule files by name. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DrydockException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > Limits.DEFAULT.metadataBytes()) {
                throw new DrydockException(file + ": larger than " + Limits.DEFAULT.metadataBytes() + " bytes");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DrydockException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String rulesText(List<Rule> rules) {
        StringBuilder text = new StringBuilder();
        for (Rule rule : rules) {
            text.append(rule.priority().label()).append('\t');
            text.append(rule.source()).append('\t');
            text.append(rule.name()).append(rule.enabled() ? "" : " (disabled)").append('\n');
        }
        return text.toString();
    }

    private static String rulesJson(List<Rule> rules) {
        return json(writer -> {
            writer.array("rules");
            for (Rule rule : rules) {
                writer.object()
                        .object("info")
                        .member("name", rule.name())
                        .member("condition", rule.conditionText())
                        .member("priority", rule.priority().label())
                        .member("output", rule.output())
                        .member("description", rule.description())
                        .member("enabled", rule.enabled())
                        .member("source", rule.source())
                        .strings("tags", rule.tags())
                        .endObject()
                        .object("details")
                        .strings("events", eventNames(rule))
                        .endObject()
                        .endObject();
            }
            writer.endArray();
        });
    }

    private static List<String> eventNames(Rule rule) {
        List<String> names = new ArrayList<>();
        for (EventType type : EventTypes.all()) {
            if (rule.eventTypes().contains(type.code())) {
                names.add(type.name());
            }
        }
        return names.stream().distinct().sorted().toList();
    }

    private static String fieldsText() {
        StringBuilder text = new StringBuilder();
        for (FieldDefinition field : Fields.all()) {
            text.append(field.name())
                    .append(
                            switch (field.argument()) {
                                case NONE -> "";
                                case OPTIONAL_INDEX -> "[NUMBER]?";
                                case INDEX -> "[NUMBER]";
                                case OPTIONAL_KEY -> "[NAME]?";
                                case KEY -> "[NAME]";
                            })
                    .append('\t')
                    .append(word(field.type()))
                    .append('\t')
                    .append(field.description())
                    .append('\n');
        }
        return text.toString();
    }

    private static String fieldsJson() {
        return json(writer -> {
            writer.array("fields");
            for (FieldDefinition field : Fields.all()) {
                writer.object()
                        .member("name", field.name())
                        .member("source", field.source())
                        .member("type", word(field.type()))
                        .member("argument", word(field.argument()))
                        .member("description", field.description())
                        .endObject();
            }
            writer.endArray();
        });
    }

    private static String eventsText() {
        StringBuilder text = new StringBuilder();
        for (EventType type : EventTypes.all()) {
            text.append(type.code()).append('\t').append(type.name()).append('(');
            text.append(String.join(", ", parameters(type))).append(")\n");
        }
        return text.toString();
    }

    private static String eventsJson() {
        return json(writer -> {
            writer.array("events");
            for (EventType type : EventTypes.all()) {
                writer.object().member("code", type.code()).member("name", type.name());
                writer.strings("parameters", parameters(type)).endObject();
            }
            writer.endArray();
        });
    }

    private static List<String> parameters(EventType type) {
        return type.parameters().stream()
                .map(p -> p.name() + ": " + word(p.type()))
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String json(java.util.function.Consumer<JsonWriter> members) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (JsonWriter writer = JsonWriter.pretty(document)) {
            writer.object();
            members.accept(writer);
            writer.endObject();
        }
        return document.toString(StandardCharsets.UTF_8);
    }
}
