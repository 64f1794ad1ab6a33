package org.drydock.cli;

import java.util.List;
import java.util.TreeSet;
import org.drydock.vuln.fetch.Feed;
import org.drydock.vuln.fetch.FeedFetcher;
import org.drydock.vuln.fetch.Feeds;
import org.drydock.vuln.fetch.FetchProgress;
import org.drydock.vuln.fetch.FetchSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code drydock db feeds}: the public feeds there are. */
final class DbFeeds implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.withCommon(CommandSpec.create().name("feeds"))
                .addOption(Options.flag("--urls")
                        .description("The addresses alone, one a line, for those who make a mirror: wget -x -i -")
                        .build());
        spec.usageMessage().description("Lists the public feeds of advisories: what gives what, and on which terms.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        boolean urls = Options.isSet(arguments, "--urls");
        int width = Feeds.all().stream()
                .mapToInt(feed -> feed.name().length())
                .max()
                .orElse(0);
        try (FeedFetcher fetcher = new FeedFetcher(FetchSettings.of(surroundings.environment()), FetchProgress.NONE)) {
            for (Feed feed : Feeds.all()) {
                if (urls) {
                    List<String> releases = feed.isPerRelease() ? feed.releases() : List.of("");
                    releases.forEach(release -> fetcher.addresses(feed, release)
                            .forEach(address -> surroundings.out().println(address.url())));
                } else {
                    surroundings
                            .out()
                            .printf(
                                    "%-" + width + "s  %-12s  %-18s  %s%n",
                                    feed.name(),
                                    Feeds.isReadable(feed) ? use(feed) : "not read yet",
                                    feed.families().isEmpty()
                                            ? "(all)"
                                            : String.join(" ", new TreeSet<>(feed.families())),
                                    feed.licence());
                }
            }
        }
        return ExitCode.PASS;
    }

    private static String use(Feed feed) {
        return feed.use() == Feed.Use.DEFAULT ? "by default" : "when named";
    }
}
