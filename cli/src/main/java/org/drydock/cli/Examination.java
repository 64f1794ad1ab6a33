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
import org.drydock.image.source.TargetOptions;
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
    record Taken(ScanReport.Target target, Inventory inventory) {
        /** An empty target is not a clean one. */
        boolean isEmpty() {
            return inventory.packages().isEmpty();
        }
    }

    static CommandSpec withTarget(CommandSpec spec, boolean judged) {
        return withTarget(spec, Output.formats(judged));
    }

    /** Adds a target, how to read it, and the formats there are for what it gives. */
    static CommandSpec withTarget(CommandSpec spec, List<String> formats) {
        return withReading(Options.withCommon(spec)
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("TARGET")
                        .description("registry:, docker:, podman: or containerd:IMAGE, container:ID, oci-dir:DIR,"
                                + " oci-archive:FILE, docker-archive:FILE, dir:DIR, file:FILE, sbom:FILE, purl:PURL or"
                                + " host; without a scheme it is detected. A file that holds several images takes a"
                                + " tag: FILE:TAG. Several targets are examined side by side.")
                        .build())
                .addOption(OptionSpec.builder("--from-file")
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description("More targets, one to a line; a line that begins with # is a remark.")
                        .build())
                .addOption(OptionSpec.builder("--jobs")
                        .type(Integer.class)
                        .paramLabel("N")
                        .description("How many of several targets at once. Default: 2.")
                        .build())
                .addOption(OptionSpec.builder("--summary")
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description("Write the summary of several targets to a file, as JSON.")
                        .build())
                .addOption(Options.outputs(formats)));
    }

    /** Adds what tells how a target is read. */
    static CommandSpec withReading(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("--platform")
                        .type(String.class)
                        .paramLabel("OS/ARCH")
                        .description("Which image of a multi-platform one. Default: this machine's.")
                        .build())
                .addOption(OptionSpec.builder("--scope")
                        .type(String.class)
                        .paramLabel("SCOPE")
                        .description("squashed (what a container sees, the default) or all-layers.")
                        .build())
                .addOption(SourceOptions.repeatable("--registry-mirror", "HOST=MIRROR")
                        .description("Ask MIRROR (HOST[:PORT][/PREFIX]) for images of HOST first; repeatable.")
                        .build())
                .addOption(SourceOptions.repeatable("--registry-plain-http", "HOST[:PORT]")
                        .description("Speak to this registry without TLS; repeatable.")
                        .build())
                .addOption(SourceOptions.repeatable("--registry-insecure", "HOST[:PORT]")
                        .description("Do not check this registry's certificate; repeatable.")
                        .build())
                .addOption(SourceOptions.repeatable("--registry-ca", "FILE")
                        .description("Trust these certificate authorities (PEM), too; repeatable.")
                        .build())
                .addOption(OptionSpec.builder("--containerd-root")
                        .type(Path.class)
                        .paramLabel("DIR")
                        .description("Where containerd keeps its files. Default: /var/lib/containerd.")
                        .build())
                .addOption(Options.flag("--no-cache")
                        .description("Read every layer, and keep nothing.")
                        .build());
    }

    /** The target that the command line names, for commands that take but one. */
    static String onlyTarget(ParseResult arguments) {
        List<String> targets = arguments.matchedPositionalValue(0, List.<String>of());
        if (targets.size() != 1) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "expected one TARGET");
        }
        return targets.getFirst();
    }

    /** The layers of another image. */
    List<ScanReport.LayerFacts> layersOf(String reference) {
        try (Target target =
                Targets.open(reference, SourceOptions.of(arguments, surroundings, platform(), Limits.DEFAULT))) {
            ScanReport.ImageFacts image = described(target, reference).image();
            if (image == null) {
                throw new DrydockException(reference + ": an image was expected");
            }
            return image.layers();
        }
    }

    /**
     * Opens one target and takes its inventory.
     *
     * @param alone whether nothing else is examined meanwhile, so that its progress can be shown
     */
    Taken take(String reference, boolean alone) {
        Limits limits = Limits.DEFAULT;
        ProgressLine line = alone && surroundings.errIsTerminal() && !Options.isSet(arguments, "--quiet")
                ? new ProgressLine(surroundings.err(), reference)
                : null;
        Path cache = Options.isSet(arguments, "--no-cache")
                ? null
                : Options.cacheDirectory(arguments, surroundings).resolve("layers");
        Scope scope = scope();
        TargetOptions options = SourceOptions.of(arguments, surroundings, platform(), limits);
        try (Target target = Targets.open(reference, options)) {
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
        if (target instanceof Image image) {
            String name = image.tags().isEmpty() ? reference : image.tags().getFirst();
            return new ScanReport.Target("image", reference, name, facts(image));
        }
        if (target instanceof FileTree tree) {
            String kind = tree.host() ? "host" : "directory";
            return new ScanReport.Target(kind, reference, tree.root().toString(), null);
        }
        return new ScanReport.Target("package-list", reference, reference, null);
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
