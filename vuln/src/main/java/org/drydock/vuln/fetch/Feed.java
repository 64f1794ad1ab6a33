package org.drydock.vuln.fetch;

import java.util.List;
import java.util.Set;

/**
 * A public feed of advisories, as data.
 *
 * @param name for example {@code debian-tracker} or {@code osv/PyPI}
 * @param owner who publishes it
 * @param licence under which terms, as an SPDX expression or in words
 * @param format the shape, named as {@link org.drydock.vuln.feed.FeedParser#format} does; a feed whose shape nothing reads
 *     is listed all the same
 * @param families the first parts of the namespaces it speaks of; empty if it adds to vulnerabilities of all namespaces
 * @param use whether it is taken without being named
 * @param releases the known ones where there is a file for each, newest first; empty if its files hold all releases
 * @param addresses where it is; {@code {release}} and what {@link ReleaseText} knows stand for the release
 */
public record Feed(
        String name,
        String owner,
        String licence,
        String format,
        Set<String> families,
        Use use,
        List<String> releases,
        List<Address> addresses) {
    /** When a feed is taken. */
    public enum Use {
        /** Whenever one of its namespaces is wanted; with no namespace of its own, always. */
        DEFAULT,
        /** Only when it is asked for by name, since another feed tells the same better. */
        NAMED
    }

    /**
     * Where a file is.
     *
     * @param url absolute; {@code https} for public feeds
     * @param step what to do if the file behind {@code url} only tells where the data is
     */
    public record Address(String url, Step step) {}

    /** What a file at an address is. */
    public enum Step {
        /** The data itself. */
        DATA,
        /** A text whose first line names the data, relative to the text. */
        LINE,
        /** A text whose first line is the base of an rpm repository. */
        REPOSITORY_LINE,
        /** The index of an rpm repository, which names its {@code updateinfo}. */
        REPOMD
    }

    public Feed {
        families = Set.copyOf(families);
        releases = List.copyOf(releases);
        addresses = List.copyOf(addresses);
    }

    /** Whether the feed speaks of a namespace, or of a family; releases newer than this list count. */
    public boolean serves(String namespace) {
        return families.contains(family(namespace)) && release(namespace).matches("[A-Za-z0-9._-]{0,40}");
    }

    /** Whether there is a file for each release. */
    public boolean isPerRelease() {
        return !releases.isEmpty();
    }

    /** The addresses for one release, or for all where the feed knows no releases. */
    List<Address> addresses(String release) {
        return addresses.stream()
                .map(address -> new Address(ReleaseText.fill(address.url, release), address.step))
                .toList();
    }

    /** The part of a namespace before the colon. */
    public static String family(String namespace) {
        int colon = namespace.indexOf(':');
        return colon < 0 ? namespace : namespace.substring(0, colon);
    }

    /** The part of a namespace behind the colon, empty if it has none. */
    public static String release(String namespace) {
        int colon = namespace.indexOf(':');
        return colon < 0 ? "" : namespace.substring(colon + 1);
    }
}
