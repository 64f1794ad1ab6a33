package org.drydock.vuln.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.drydock.vuln.fetch.Feed.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedsTest {
    @Test
    void eachIsNamedOnceAndPublishedOverHttps() {
        assertThat(Feeds.all()).extracting(Feed::name).doesNotHaveDuplicates().isSorted();
        for (Feed feed : Feeds.all()) {
            String release = feed.isPerRelease() ? feed.releases().getFirst() : "";
            assertThat(feed.addresses(release)).as(feed.name()).isNotEmpty().allSatisfy(address -> {
                URI uri = URI.create(address.url());
                assertThat(uri.getScheme()).isEqualTo("https");
                assertThat(uri.getHost()).contains(".");
                assertThat(address.url()).doesNotContain("{").doesNotContain("}");
            });
            assertThat(feed.licence()).as(feed.name()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "debian:12, debian-tracker",
        "debian, debian-tracker",
        "alpine:3.99, alpine-secdb",
        "pypi, osv/PyPI",
        "rocky-linux:9, osv/Rocky-Linux",
        "crates.io, osv/crates.io",
        "red-hat:9, redhat-vex",
        "amazon-linux:2023, amazon-updateinfo"
    })
    void aNamespaceHasOneFeedByDefault(String namespace, String feed) {
        assertThat(Feeds.serving(namespace)).extracting(Feed::name).containsExactly(feed);
    }

    @Test
    void nothingServesWhatIsNoNamespace() {
        assertThat(Feeds.serving("nowhere:1")).isEmpty();
        assertThat(Feeds.serving("alpine:../../x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alpine-secdb, 3.20, https://secdb.alpinelinux.org/v3.20/main.json",
        "alpine-secdb, edge, https://secdb.alpinelinux.org/edge/main.json",
        "amazon-updateinfo, 2, https://cdn.amazonlinux.com/2/core/latest/x86_64/mirror.list",
        "amazon-updateinfo, 2023, https://cdn.amazonlinux.com/al2023/core/mirrors/latest/x86_64/mirror.list"
    })
    void anAddressHoldsTheRelease(String feed, String release, String url) {
        assertThat(Feeds.named(feed).orElseThrow().addresses(release).getFirst().url())
                .isEqualTo(url);
    }

    @Test
    void otherAddressesTakeTheirPlace() {
        FetchSettings usual = FetchSettings.of(Map.of());
        FetchSettings settings = new FetchSettings(
                null,
                Map.of("alpine-secdb", java.util.List.of("http://mirror/{release}.json")),
                Map.of(),
                null,
                usual.limits(),
                () -> Instant.EPOCH,
                new Random(1),
                _ -> {});
        try (FeedFetcher fetcher = new FeedFetcher(settings, FetchProgress.NONE)) {
            assertThat(fetcher.addresses(Feeds.named("alpine-secdb").orElseThrow(), "3.20"))
                    .extracting(Address::url)
                    .containsExactly("http://mirror/3.20.json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.org/x/y.json, a.org/x/y.json",
        "https://a.org:8080/x, a.org_8080",
        "https://a.org/, a.org/index",
        "https://a.org/../../etc/passwd, a.org/_.",
        "https://a.org/%2e%2e/%2Fetc, a.org/_.",
        "https://a.org/x?y=1, a.org/x_"
    })
    void fetchedFilesStayInTheirFolder(String url, String begins) {
        Path folder = Path.of("/feeds");
        Path file = FetchFolder.fileOf(URI.create(url), folder);
        assertThat(file.normalize()).isEqualTo(file).startsWithRaw(folder);
        assertThat(folder.relativize(file).toString()).startsWith(begins);
    }

    @Test
    void waitsAreReadOrLeft() {
        Instant now = Instant.parse("2026-01-02T00:00:00Z");
        assertThat(Backoff.retryAfter("12", now)).contains(Duration.ofSeconds(12));
        assertThat(Backoff.retryAfter("Thu, 01 Jan 2026 00:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(Backoff.retryAfter("soon", now)).isEmpty();
        assertThat(Backoff.retryAfter("99999999999999999999", now)).isEmpty();
        assertThat(Backoff.after(50, new Random(1))).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(Backoff.after(0, new Random(1))).isNotEqualTo(Backoff.after(0, new Random(12_345)));
    }
}
