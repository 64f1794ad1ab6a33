package org.drydock.inventory.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.ImagePath;

/**
 * The layers of an image as one view, as a container sees them: what an upper layer removes or replaces is gone.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts">OCI layers, whiteouts</a>
 */
final class Squash {
    private final List<LayerFacts> layers;

    Squash(List<LayerFacts> layers) {
        this.layers = layers;
    }

    /** A file that is there, and the layer it comes from. */
    record Present<T>(T what, int layer) {}

    /** The files that are there, and what was said of them. */
    List<Present<FileFacts>> files() {
        List<Present<FileFacts>> present = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (FileFacts file : layers.get(layer).files()) {
                if (!isHidden(file.path(), layer)) {
                    present.add(new Present<>(file, layer));
                }
            }
        }
        return present;
    }

    /** The links that are there, by their path. */
    Map<ImagePath, Present<LayerFacts.Link>> links() {
        Map<ImagePath, Present<LayerFacts.Link>> present = new HashMap<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (LayerFacts.Link link : layers.get(layer).links()) {
                if (!isHidden(link.path(), layer)) {
                    present.put(link.path(), new Present<>(link, layer));
                }
            }
        }
        return present;
    }

    /** The layer that a path which is no directory comes from, not above {@code top}; -1 if it is not there. */
    int layerOf(ImagePath path, int top) {
        long hash = PathHash.of(path.value());
        for (int layer = top; layer >= 0; layer--) {
            if (layers.get(layer).entries().contains(hash)) {
                return isHidden(path, layer) ? -1 : layer;
            }
        }
        return -1;
    }

    /** Whether a layer above {@code layer} removes or replaces what {@code layer} has at {@code path}. */
    private boolean isHidden(ImagePath path, int layer) {
        if (layer == layers.size() - 1) {
            return false;
        }
        long[] hashes = hashesOfPathAndAncestors(path.value());
        for (int above = layer + 1; above < layers.size(); above++) {
            if (hides(layers.get(above), hashes)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hides(LayerFacts above, long[] hashes) {
        long self = hashes[hashes.length - 1];
        if (above.entries().contains(self)
                || above.directories().contains(self)
                || above.whiteouts().contains(self)) {
            return true;
        }
        for (int i = 0; i < hashes.length - 1; i++) {
            long ancestor = hashes[i];
            if (above.entries().contains(ancestor)
                    || above.whiteouts().contains(ancestor)
                    || above.opaque().contains(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** From the root down to the path itself. */
    private static long[] hashesOfPathAndAncestors(String path) {
        int count = 2;
        for (int i = 0; i < path.length(); i++) {
            count += path.charAt(i) == '/' ? 1 : 0;
        }
        long[] hashes = new long[count];
        long state = PathHash.start();
        hashes[0] = PathHash.finish(state);
        int next = 1;
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                state = PathHash.advance(state, path, from, i);
                hashes[next++] = PathHash.finish(state);
                from = i;
            }
        }
        return hashes;
    }
}
