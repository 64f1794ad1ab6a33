package org.drydock.inventory.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.drydock.core.ImagePath;

/** Follows the links that the walk noted, as far as it noted them. */
final class LinkResolver {
    private static final int MAX_HOPS = 40;

    private final Map<ImagePath, LayerFacts.Link> links;

    LinkResolver(Map<ImagePath, LayerFacts.Link> links) {
        this.links = new HashMap<>(links);
    }

    /** Where {@code path} really lies; empty if links go in circles or nowhere. */
    Optional<ImagePath> resolve(ImagePath path) {
        ImagePath current = path;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            Optional<ImagePath> next = step(current);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (next.get().equals(current)) {
                return next;
            }
            current = next.get();
        }
        return Optional.empty();
    }

    /** Follows the first link on the way to {@code path}; the path itself if there is none. */
    private Optional<ImagePath> step(ImagePath path) {
        String value = path.value();
        for (int end = value.indexOf('/'); ; end = value.indexOf('/', end + 1)) {
            String prefix = end < 0 ? value : value.substring(0, end);
            LayerFacts.Link link = links.get(new ImagePath(prefix));
            if (link != null) {
                Optional<ImagePath> target = link.hard()
                        ? ImagePath.parse(link.target())
                        : link.path().resolveLink(link.target());
                String rest = value.substring(prefix.length());
                return target.flatMap(t -> ImagePath.parse(t.value() + rest));
            }
            if (end < 0) {
                return Optional.of(path);
            }
        }
    }
}
