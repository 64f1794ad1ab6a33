package org.drydock.vuln.update;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.vuln.fetch.Feed;
import org.drydock.vuln.fetch.Feeds;

/**
 * What an update is to bring.
 *
 * @param parts sorted by feed and release
 * @param unserved namespaces that no feed can serve, with why
 */
public record UpdatePlan(List<Part> parts, List<String> unserved) {
    private static final Comparator<Part> ORDER =
            Comparator.comparing((Part part) -> part.feed.name()).thenComparing(Part::release);

    public UpdatePlan {
        parts = parts.stream().sorted(ORDER).distinct().toList();
        unserved = List.copyOf(unserved);
    }

    /**
     * A feed, or its files for one release.
     *
     * @param release empty for a feed whose files hold all
     * @param required whether it is an error if the server has no such file
     */
    public record Part(Feed feed, String release, boolean required) {
        /** As people are told. */
        public String name() {
            return release.isEmpty() ? feed.name() : feed.name() + " " + release;
        }
    }

    /** Every feed that is taken without being named and can be read. */
    public static UpdatePlan everything() {
        LinkedHashSet<Part> parts = new LinkedHashSet<>();
        for (Feed feed : Feeds.all()) {
            if (feed.use() == Feed.Use.DEFAULT && Feeds.isReadable(feed)) {
                addAll(feed, parts);
            }
        }
        return new UpdatePlan(List.copyOf(parts), List.of());
    }

    /** What the namespaces need that scans asked about, and what is good for all; nothing if there are none. */
    public static UpdatePlan forNamespaces(Collection<String> namespaces) {
        LinkedHashSet<Part> parts = new LinkedHashSet<>();
        List<String> unserved = new java.util.ArrayList<>();
        for (String namespace : new TreeSet<>(namespaces)) {
            if (!Feeds.isOptional(namespace)) {
                addServing(namespace, parts).ifPresent(unserved::add);
            }
        }
        if (!parts.isEmpty()) {
            addGeneral(parts);
        }
        return new UpdatePlan(List.copyOf(parts), unserved);
    }

    /**
     * What names ask for: feeds, namespaces ({@code debian:12}), or families of them ({@code alpine}).
     *
     * @throws UpdateException if one of them is none of these, or nothing can serve it
     */
    public static UpdatePlan named(Collection<String> names) {
        LinkedHashSet<Part> parts = new LinkedHashSet<>();
        boolean general = false;
        for (String name : names) {
            Optional<Feed> feed = Feeds.named(name);
            if (feed.isPresent()) {
                if (!Feeds.isReadable(feed.get())) {
                    throw new UpdateException(name + ": this version cannot read a feed of this format ("
                            + feed.get().format() + ")");
                }
                addAll(feed.get(), parts);
                continue;
            }
            general = true;
            addServing(name, parts).ifPresent(reason -> {
                throw new UpdateException(reason + "; see: drydock db feeds");
            });
        }
        if (general) {
            addGeneral(parts);
        }
        return new UpdatePlan(List.copyOf(parts), List.of());
    }

    /** Adds what serves a namespace, else says why nothing does. */
    private static Optional<String> addServing(String namespace, Set<Part> to) {
        List<Feed> serving = Feeds.serving(namespace);
        if (serving.isEmpty()) {
            return Optional.of(namespace + ": no feed of this name, and none that gives this namespace");
        }
        List<Feed> readable = serving.stream().filter(Feeds::isReadable).toList();
        if (readable.isEmpty()) {
            return Optional.of(namespace + ": this version cannot read the feed that gives it ("
                    + serving.getFirst().name() + ")");
        }
        for (Feed feed : readable) {
            String release = Feed.release(namespace);
            if (feed.isPerRelease() && !release.isEmpty()) {
                to.add(new Part(feed, release, true));
            } else {
                addAll(feed, to);
            }
        }
        return Optional.empty();
    }

    private static void addAll(Feed feed, Set<Part> to) {
        if (feed.isPerRelease()) {
            feed.releases().forEach(release -> to.add(new Part(feed, release, false)));
        } else {
            to.add(new Part(feed, "", true));
        }
    }

    private static void addGeneral(Set<Part> to) {
        Feeds.general().stream().filter(Feeds::isReadable).forEach(feed -> to.add(new Part(feed, "", true)));
    }
}
