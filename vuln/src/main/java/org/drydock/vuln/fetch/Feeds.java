package org.drydock.vuln.fetch;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.intake.FeedParsers;
import org.drydock.vuln.fetch.Feed.Address;
import org.drydock.vuln.fetch.Feed.Step;
import org.drydock.vuln.fetch.Feed.Use;

/** Every public feed Drydock knows of. A new one is a line here. */
public final class Feeds {
    private static final String OSV = "https://osv-vulnerabilities.storage.googleapis.com/";
    private static final int FIRST_NVD_YEAR = 2002;
    private static final int LAST_ALPINE = 24;
    private static final String CC_BY = "CC-BY-4.0";

    private static final List<Feed> ALL = all(new ArrayList<>());

    private Feeds() {}

    /** All of them, sorted by name. */
    public static List<Feed> all() {
        return ALL;
    }

    public static Optional<Feed> named(String name) {
        return ALL.stream().filter(feed -> feed.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The feeds to take for a namespace, or for a family of them such as {@code debian}. */
    public static List<Feed> serving(String namespace) {
        return ALL.stream()
                .filter(feed -> feed.use() == Use.DEFAULT && feed.serves(namespace))
                .toList();
    }

    /** Whether there are feeds of a namespace, but only such as are to be asked for by name. */
    public static boolean isOptional(String namespace) {
        return serving(namespace).isEmpty() && ALL.stream().anyMatch(feed -> feed.serves(namespace));
    }

    /** The feeds that add to what others say of a vulnerability, whatever its namespace. */
    public static List<Feed> general() {
        return ALL.stream()
                .filter(feed -> feed.use() == Use.DEFAULT && feed.families().isEmpty())
                .toList();
    }

    /** Whether this version of Drydock can read what a feed gives. */
    public static boolean isReadable(Feed feed) {
        return FeedParsers.all().stream().map(FeedParser::format).anyMatch(feed.format()::equals);
    }

    private static List<Feed> all(List<Feed> feeds) {
        language(feeds, "PyPI", "pypi", CC_BY + "; records of GitHub and of PyPA");
        language(feeds, "npm", "npm", CC_BY + "; records of GitHub and of OpenSSF");
        language(feeds, "Maven", "maven", CC_BY);
        language(feeds, "Go", "go", CC_BY + "; The Go Authors, GitHub");
        language(feeds, "RubyGems", "rubygems", CC_BY);
        language(feeds, "NuGet", "nuget", CC_BY);
        language(feeds, "Packagist", "packagist", CC_BY);
        language(feeds, "crates.io", "crates.io", "CC0-1.0 AND " + CC_BY + "; RustSec, GitHub");
        language(feeds, "Pub", "pub", CC_BY);
        language(feeds, "Hex", "hex", CC_BY);
        language(feeds, "SwiftURL", "swifturl", CC_BY);
        language(feeds, "GitHub Actions", "github-actions", CC_BY);
        language(feeds, "Bitnami", "bitnami", "Apache-2.0");
        language(feeds, "Hackage", "hackage", "CC0-1.0");
        language(feeds, "CRAN", "cran", "Apache-2.0");
        language(feeds, "Julia", "julia", CC_BY);
        distribution(feeds, "Ubuntu", Set.of("ubuntu", "ubuntu-pro"), Use.DEFAULT, "CC-BY-SA-4.0; Canonical");
        distribution(feeds, "AlmaLinux", Set.of("almalinux"), Use.DEFAULT, "MIT; AlmaLinux OS Foundation");
        distribution(feeds, "Rocky Linux", Set.of("rocky-linux"), Use.DEFAULT, "BSD-3-Clause; RESF");
        distribution(feeds, "SUSE", Set.of("suse"), Use.DEFAULT, CC_BY + "; SUSE");
        distribution(feeds, "openSUSE", Set.of("opensuse"), Use.DEFAULT, CC_BY + "; SUSE");
        distribution(feeds, "Mageia", Set.of("mageia"), Use.DEFAULT, "CC-BY-SA-4.0; Mageia");
        distribution(feeds, "openEuler", Set.of("openeuler"), Use.DEFAULT, "see openeuler.org");
        distribution(feeds, "MinimOS", Set.of("minimos"), Use.DEFAULT, "see minimus.io");
        distribution(feeds, "Debian", Set.of("debian"), Use.NAMED, "MIT; Debian");
        distribution(feeds, "Alpine", Set.of("alpine"), Use.NAMED, "facts only; Alpine Linux");
        distribution(feeds, "Wolfi", Set.of("wolfi"), Use.NAMED, "Apache-2.0; Chainguard");
        distribution(feeds, "Chainguard", Set.of("chainguard"), Use.NAMED, "Apache-2.0; Chainguard");
        distribution(feeds, "Red Hat", Set.of("red-hat"), Use.NAMED, CC_BY + "; Red Hat");
        distribution(feeds, "Photon OS", Set.of("photon-os"), Use.NAMED, CC_BY + "; Broadcom");
        distribution(feeds, "Azure Linux", Set.of("azure-linux"), Use.NAMED, "MIT; Microsoft");
        distributions(feeds);
        rpmDistributions(feeds);
        general(feeds);
        feeds.sort(Comparator.comparing(Feed::name));
        return List.copyOf(feeds);
    }

    /** GitHub's reviewed advisories are in these exports, beside those of each language's own database. */
    private static void language(List<Feed> to, String ecosystem, String family, String licence) {
        distribution(to, ecosystem, Set.of(family), Use.DEFAULT, licence);
    }

    private static void distribution(List<Feed> to, String ecosystem, Set<String> families, Use use, String licence) {
        String url = OSV + ecosystem.replace(" ", "%20") + "/all.zip";
        to.add(feed("osv/" + ecosystem.replace(' ', '-'), "OSV", licence, "osv", families, use, List.of(), data(url)));
    }

    private static void distributions(List<Feed> to) {
        to.add(feed(
                "debian-tracker",
                "Debian",
                "MIT; Debian Security Team",
                "debian-tracker",
                Set.of("debian"),
                Use.DEFAULT,
                List.of(),
                data("https://security-tracker.debian.org/tracker/data/json")));
        List<String> alpine = new ArrayList<>(List.of("edge"));
        IntStream.iterate(LAST_ALPINE, minor -> minor >= 3, minor -> minor - 1)
                .forEach(minor -> alpine.add("3." + minor));
        to.add(feed(
                "alpine-secdb",
                "Alpine Linux",
                "facts only",
                "alpine-secdb",
                Set.of("alpine"),
                Use.DEFAULT,
                alpine,
                data(
                        "https://secdb.alpinelinux.org/{vrelease}/main.json",
                        "https://secdb.alpinelinux.org/{vrelease}/community.json")));
        to.add(feed(
                "wolfi-secdb",
                "Chainguard",
                "Apache-2.0",
                "alpine-secdb",
                Set.of("wolfi"),
                Use.DEFAULT,
                List.of(),
                data("https://packages.wolfi.dev/os/security.json")));
        to.add(feed(
                "chainguard-secdb",
                "Chainguard",
                "see chainguard.dev",
                "alpine-secdb",
                Set.of("chainguard"),
                Use.DEFAULT,
                List.of(),
                data("https://packages.cgr.dev/chainguard/security.json")));
    }

    private static void rpmDistributions(List<Feed> to) {
        to.add(feed(
                "redhat-vex",
                "Red Hat",
                CC_BY,
                "csaf-vex",
                Set.of(
                        "red-hat",
                        "red-hat-eus",
                        "red-hat-e4s",
                        "red-hat-aus",
                        "red-hat-tus",
                        "red-hat-els",
                        "red-hat-product",
                        "centos"),
                Use.DEFAULT,
                List.of(),
                List.of(new Address(
                        "https://security.access.redhat.com/data/csaf/v2/vex/archive_latest.txt", Step.LINE))));
        to.add(feed(
                "almalinux-errata",
                "AlmaLinux",
                "MIT",
                "almalinux-errata",
                Set.of("almalinux"),
                Use.NAMED,
                List.of("10", "9", "8"),
                data("https://errata.almalinux.org/{release}/errata.full.json")));
        to.add(feed(
                "rocky-updateinfo",
                "Rocky Linux",
                "BSD-3-Clause",
                "updateinfo",
                Set.of("rocky-linux"),
                Use.NAMED,
                List.of("10", "9", "8"),
                List.of(
                        new Address(
                                "https://dl.rockylinux.org/pub/rocky/{release}/BaseOS/x86_64/os/repodata/repomd.xml",
                                Step.REPOMD),
                        new Address(
                                "https://dl.rockylinux.org/pub/rocky/{release}/AppStream/x86_64/os/repodata/repomd.xml",
                                Step.REPOMD))));
        to.add(feed(
                "oracle-oval",
                "Oracle",
                "see linux.oracle.com/security",
                "oval",
                Set.of("oracle-linux"),
                Use.DEFAULT,
                List.of("10", "9", "8", "7", "6"),
                data("https://linux.oracle.com/security/oval/com.oracle.elsa-ol{release}.xml.bz2")));
        to.add(feed(
                "amazon-updateinfo",
                "Amazon",
                "see alas.aws.amazon.com",
                "updateinfo",
                Set.of("amazon-linux"),
                Use.DEFAULT,
                List.of("2023", "2"),
                List.of(new Address(
                        "https://cdn.amazonlinux.com/{amazon}/core/{latest}/x86_64/mirror.list",
                        Step.REPOSITORY_LINE))));
        to.add(feed(
                "suse-oval",
                "SUSE",
                CC_BY,
                "oval",
                Set.of("suse"),
                Use.NAMED,
                List.of("15", "12"),
                data("https://ftp.suse.com/pub/projects/security/oval/suse.linux.enterprise.server.{release}.xml.gz")));
        to.add(feed(
                "photon",
                "Broadcom",
                "see vmware.github.io/photon",
                "photon",
                Set.of("photon-os"),
                Use.DEFAULT,
                List.of("5.0", "4.0", "3.0"),
                data("https://packages.broadcom.com/photon/photon_cve_metadata/cve_data_photon{release}.json")));
        to.add(feed(
                "azure-oval",
                "Microsoft",
                "MIT",
                "oval",
                Set.of("azure-linux"),
                Use.DEFAULT,
                List.of("3", "2"),
                data("https://raw.githubusercontent.com/microsoft/AzureLinuxVulnerabilityData/main/{azure}-oval.xml")));
    }

    private static void general(List<Feed> to) {
        to.add(feed(
                "kev",
                "CISA",
                "CC0-1.0",
                "kev",
                Set.of(),
                Use.DEFAULT,
                List.of(),
                data("https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json")));
        to.add(feed(
                "epss",
                "FIRST",
                "free to use with attribution; see first.org/epss",
                "epss",
                Set.of(),
                Use.DEFAULT,
                List.of(),
                data("https://epss.empiricalsecurity.com/epss_scores-current.csv.gz")));
        to.add(feed(
                "endoflife",
                "endoflife.date",
                "MIT",
                "endoflife",
                Set.of(),
                Use.DEFAULT,
                List.of(),
                data("https://endoflife.date/api/v1/products/full")));
        List<Address> years = IntStream.rangeClosed(
                        FIRST_NVD_YEAR, Year.now(ZoneOffset.UTC).getValue())
                .mapToObj(year -> new Address(
                        "https://nvd.nist.gov/feeds/json/cve/2.0/nvdcve-2.0-" + year + ".json.gz", Step.DATA))
                .toList();
        to.add(feed("nvd", "NIST", "public domain", "nvd", Set.of("cpe"), Use.NAMED, List.of(), years));
    }

    private static List<Address> data(String... urls) {
        return List.of(urls).stream().map(url -> new Address(url, Step.DATA)).toList();
    }

    private static Feed feed(
            String name,
            String owner,
            String licence,
            String format,
            Set<String> families,
            Use use,
            List<String> releases,
            List<Address> addresses) {
        return new Feed(name, owner, licence, format, families, use, releases, addresses);
    }
}
