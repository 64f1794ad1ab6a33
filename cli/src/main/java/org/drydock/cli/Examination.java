package org.drydock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drydock.core.DrydockException;
import org.drydock.core.Limits;
import org.drydock.image.FileTree;
import org.drydock.image.Image;
import org.drydock.image.ImageException;
import org.drydock.image.Layer;
import org.drydock.image.Platform;
import org.drydock.image.Target;
import org.drydock.image.source.Targets;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.ScanProgress;
import org.drydock.inventory.Scope;
import org.drydock.inventory.collect.Catalogers;
import org.drydock.inventory.collect.InventoryCollector;
import org.drydock.report.ScanReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What scan and sbom have in common: a target is opened and its inventory is taken. */
final class Examination {
    private final ParseResult arguments;
    private final Surroundings surroundings;

    Examination(ParseResult arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /** The target, as the report names it, and what it holds. */
    record Taken(ScanReport.Target target, Inventory inventory) {}

    static CommandSpec withTarget(CommandSpec spec, boolean judged) {
        return withTarget(spec, Output.formats(judged));
    }

    /** Adds a target, how to read it, and the formats there are for what it gives. */
    static CommandSpec withTarget(CommandSpec spec, List<String> formats) {
        return Options.withCommon(spec)
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .required(true)
                        .arity("1")
                        .type(String.class)
                        .paramLabel("TARGET")
                        .description("oci-dir:DIR, oci-archive:FILE, docker-archive:FILE, dir:DIR, file:FILE or host;"
                                + " without a scheme it is detected. A file that holds several images takes a tag:"
                                + " FILE:TAG.")
                        .build())
                .addOption(Options.outputs(formats))
                .addOption(OptionSpec.builder("--platform")
                        .type(String.class)
                        .paramLabel("OS/ARCH")
                        .description("Which image of a multi-platform one. Default: this machine's.")
                        .build())
                .addOption(OptionSpec.builder("--scope")
                        .type(String.class)
                        .paramLabel("SCOPE")
                        .description("squashed (what a container sees, the default) or all-layers.")
                        .build())
                .addOption(Options.flag("--no-cache")
                        .description("Read every layer, and keep nothing.")
                        .build());
    }

    /** The target that the command line names. */
    Taken take() {
        return take(arguments.matchedPositionalValue(0, ""));
    }

    /** The layers of another image. */
    List<ScanReport.LayerFacts> layersOf(String reference) {
        try (Target target = Targets.open(reference, platform(), Limits.DEFAULT)) {
            ScanReport.ImageFacts image = described(target, reference).image();
            if (image == null) {
                throw new DrydockException(reference + ": an image was expected");
            }
            return image.layers();
        }
    }

    /** Another target, with the same options. */
    Taken take(String reference) {
        Limits limits = Limits.DEFAULT;
        ProgressLine line = surroundings.errIsTerminal() && !Options.isSet(arguments, "--quiet")
                ? new ProgressLine(surroundings.err(), reference)
                : null;
        Path cache = Options.isSet(arguments, "--no-cache")
                ? null
                : Options.cacheDirectory(arguments, surroundings).resolve("layers");
        Scope scope = scope();
        try (Target target = Targets.open(reference, platform(), limits)) {
            InventoryCollector collector = new InventoryCollector(Catalogers.all(), limits, cache);
            Inventory inventory = collector.collect(target, scope, line == null ? ScanProgress.NONE : line);
            return new Taken(described(target, reference), inventory);
        } finally {
            if (line != null) {
                line.clear();
            }
        }
    }

    private @Nullable Platform platform() {
        String text = Options.value(arguments, "--platform", "");
        try {
            return text.isEmpty() ? null : Platform.parse(text);
        } catch (ImageException e) {
            throw usage(e.getMessage());
        }
    }

    private Scope scope() {
        String text = Options.value(arguments, "--scope", "squashed");
        return switch (text) {
            case "squashed" -> Scope.SQUASHED;
            case "all-layers" -> Scope.ALL_LAYERS;
            default -> throw usage("--scope " + text + ": expected squashed or all-layers");
        };
    }

    private ParameterException usage(@Nullable String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(message));
    }

    private static ScanReport.Target described(Target target, String reference) {
        return switch (target) {
            case FileTree tree ->
                new ScanReport.Target(
                        tree.host() ? "host" : "directory",
                        reference,
                        tree.root().toString(),
                        null);
            case Image image ->
                new ScanReport.Target(
                        "image",
                        reference,
                        image.tags().isEmpty() ? reference : image.tags().getFirst(),
                        facts(image));
        };
    }

    private static ScanReport.ImageFacts facts(Image image) {
        List<ScanReport.LayerFacts> layers = new ArrayList<>();
        for (Layer layer : image.layers()) {
            layers.add(new ScanReport.LayerFacts(
                    layer.origin().index(),
                    layer.origin().diffId(),
                    layer.digest(),
                    layer.mediaType(),
                    layer.size(),
                    layer.origin().createdBy()));
        }
        return new ScanReport.ImageFacts(
                image.manifestDigest(),
                image.configDigest(),
                image.tags(),
                image.platform().toString(),
                image.created(),
                layers,
                image.config(),
                null);
    }
}
