package org.drydock.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.drydock.core.Diagnostic;
import org.drydock.core.DrydockException;
import org.drydock.core.Finding;
import org.drydock.policy.LayerSplit;
import org.drydock.report.ImageConfig;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells the layers of the base image from those put on it: by the base image itself, whose layers must be the image's first
 * ones; else the image's labels may at least name it.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">The labels</a>
 */
final class BaseLayers {
    private static final String LABEL = "org.opencontainers.image.base.";

    private final String base;
    private final @Nullable LayerSplit only;

    BaseLayers(String base, @Nullable LayerSplit only) {
        this.base = base;
        this.only = only;
    }

    static CommandSpec withOptions(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("--base")
                        .type(String.class)
                        .paramLabel("TARGET")
                        .description("The image that the target was built on.")
                        .build())
                .addOption(OptionSpec.builder("--only")
                        .type(String.class)
                        .paramLabel("PART")
                        .description("Report only what is in the image's own layers (own) or only what came with the"
                                + " base image (base); needs --base.")
                        .build());
    }

    static BaseLayers of(ParseResult arguments) {
        String base = Options.value(arguments, "--base", "");
        String word = Options.value(arguments, "--only", "");
        LayerSplit only = switch (word) {
            case "" -> null;
            case "own" -> LayerSplit.OWN;
            case "base" -> LayerSplit.BASE;
            default -> throw usage(arguments, "--only " + word + ": expected own or base");
        };
        if (only != null && base.isEmpty()) {
            throw usage(arguments, "--only " + word + ": needs --base TARGET, the image that the target was built on");
        }
        return new BaseLayers(base, only);
    }

    private static ParameterException usage(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }

    /**
     * The report with what is known of the base image.
     *
     * @param layersOf reads the layers of another image
     * @throws DrydockException if {@code --base} is not what the target was built on
     */
    ScanReport tell(ScanReport report, Function<String, List<LayerFacts>> layersOf) {
        ImageFacts image = report.target().image();
        if (image == null) {
            if (!base.isEmpty()) {
                throw new DrydockException("--base " + base + ": the target is no image and has no layers");
            }
            return report;
        }
        if (!base.isEmpty()) {
            List<LayerFacts> layers = layersOf.apply(base);
            check(layers, image.layers());
            return withBase(report, image, new BaseImage(base, layers.size(), "its layers are the image's first ones"));
        }
        Map<String, String> labels = ImageConfig.of(image).labels();
        String name = labels.getOrDefault(LABEL + "name", labels.getOrDefault(LABEL + "digest", ""));
        if (name.isEmpty()) {
            return report;
        }
        return Decisions.withDiagnostics(
                withBase(
                        report,
                        image,
                        new BaseImage(name, 0, "named by a label; which layers are its own is not known")),
                List.of(Diagnostic.note(
                        "base-layers-unknown",
                        name,
                        "a label names the base image; to tell its layers from the image's own, give it with --base")));
    }

    private void check(List<LayerFacts> ofBase, List<LayerFacts> ofImage) {
        for (int i = 0; i < ofBase.size(); i++) {
            if (i == ofImage.size()
                    || !ofBase.get(i).diffId().equals(ofImage.get(i).diffId())) {
                throw new DrydockException("--base " + base + ": the target was not built on it: layer " + i
                        + " of its " + ofBase.size() + " is another one; give the base image that was used");
            }
        }
    }

    private static ScanReport withBase(ScanReport report, ImageFacts image, BaseImage base) {
        ScanReport.Target target = report.target();
        ImageFacts facts = new ImageFacts(
                image.manifestDigest(),
                image.configDigest(),
                image.tags(),
                image.platform(),
                image.created(),
                image.layers(),
                image.config(),
                base);
        return new ScanReport(
                report.toolVersion(),
                new ScanReport.Target(target.kind(), target.reference(), target.name(), facts),
                report.inventory(),
                report.findings(),
                report.suppressed(),
                report.comparison(),
                report.detectors(),
                report.data(),
                report.gate());
    }

    /** Whether a finding is in the part that is asked for. */
    boolean wants(Finding finding, int baseLayers) {
        return only == null || LayerSplit.of(finding, baseLayers) == only;
    }

    /** How the part that is asked for is called; empty if everything is. */
    String part() {
        return only == null ? "" : Objects.requireNonNull(only).name().toLowerCase(java.util.Locale.ROOT);
    }
}
