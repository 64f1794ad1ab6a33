package org.drydock.cli;

import java.nio.file.Path;
import org.drydock.vuln.bundle.BundleKeys;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock db keygen}: the keys that bundles are signed with. */
final class DbKeygen implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("keygen"))
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .required(true)
                        .arity("1")
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description("Where to put the secret key; the public one goes to FILE.pub.")
                        .build());
        spec.usageMessage().description("Makes a pair of Ed25519 keys for bundles, as PEM files.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        Path secret = arguments.matchedPositionalValue(0, Path.of(""));
        Path open = secret.resolveSibling(secret.getFileName() + ".pub");
        BundleKeys.generate(secret, open);
        surroundings
                .out()
                .println("key " + BundleKeys.fingerprint(BundleKeys.readPublic(open)) + ": " + secret
                        + " (secret, signs bundles), " + open + " (public, give it to those who import them)");
        return ExitCode.PASS;
    }
}
