package org.drydock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drydock.core.Limits;
import org.drydock.image.Platform;
import org.drydock.image.containerd.ContainerdImages;
import org.drydock.image.registry.RegistryOptions;
import org.drydock.image.source.TargetOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that say how registries, daemons and containerd are reached. */
final class SourceOptions {
    private SourceOptions() {}

    static OptionSpec.Builder repeatable(String name, String label) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel(label);
    }

    static TargetOptions of(
            ParseResult arguments, Surroundings surroundings, @Nullable Platform platform, Limits limits) {
        RegistryOptions registries = new RegistryOptions(
                mirrors(arguments),
                hosts(arguments, "--registry-plain-http"),
                hosts(arguments, "--registry-insecure"),
                values(arguments, "--registry-ca").stream()
                        .map(file -> surroundings.directory().resolve(file))
                        .toList(),
                surroundings.environment());
        return new TargetOptions(
                platform,
                limits,
                registries,
                Options.value(arguments, "--containerd-root", ContainerdImages.DEFAULT_ROOT),
                Options.isSet(arguments, "--offline"),
                surroundings.environment(),
                Options.isSet(arguments, "--no-cache") ? null : Options.cacheDirectory(arguments, surroundings));
    }

    private static Map<String, List<String>> mirrors(ParseResult arguments) {
        Map<String, List<String>> mirrors = new TreeMap<>();
        for (String text : values(arguments, "--registry-mirror")) {
            int equals = text.indexOf('=');
            if (equals <= 0 || equals == text.length() - 1 || text.contains("://")) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        "--registry-mirror " + text
                                + ": expected HOST=MIRROR, for example docker.io=mirror.local:5000");
            }
            mirrors.computeIfAbsent(text.substring(0, equals).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(text.substring(equals + 1));
        }
        return mirrors;
    }

    private static Set<String> hosts(ParseResult arguments, String option) {
        Set<String> hosts = new TreeSet<>();
        for (String host : values(arguments, option)) {
            if (host.contains("/")) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        option + " " + host + ": expected HOST or HOST:PORT, nothing before or after");
            }
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
        return hosts;
    }

    private static List<String> values(ParseResult arguments, String option) {
        return Options.value(arguments, option, List.<String>of());
    }
}
