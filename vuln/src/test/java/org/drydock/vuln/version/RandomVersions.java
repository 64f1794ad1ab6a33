package org.drydock.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded pairs of similar texts, put together from the pieces of a grammar. */
public final class RandomVersions {
    /** Two versions to compare. */
    public record Pair(String left, String right) {}

    private final SplittableRandom random;
    private final List<String> starts;
    private final List<String> pieces;

    RandomVersions(long seed, String starts, String pieces) {
        this.random = new SplittableRandom(seed);
        this.starts = List.of(starts.split(" ", -1));
        this.pieces = List.of(pieces.split(" ", -1));
    }

    Pair pair() {
        List<String> left = version();
        List<String> right = random.nextInt(8) == 0 ? version() : similar(left);
        return random.nextBoolean() ? new Pair(text(left), text(right)) : new Pair(text(right), text(left));
    }

    List<Pair> pairs(int count) {
        List<Pair> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(pair());
        }
        return pairs;
    }

    private List<String> version() {
        List<String> version = new ArrayList<>();
        version.add(pick(starts));
        for (int i = random.nextInt(7); i > 0; i--) {
            version.add(pick(pieces));
        }
        return version;
    }

    private List<String> similar(List<String> version) {
        List<String> similar = new ArrayList<>(version);
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(similar.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> similar.add(Math.max(at, 1), pick(pieces));
                case 1 -> {
                    if (at > 0 && at < similar.size()) {
                        similar.set(at, pick(pieces));
                    } else {
                        similar.set(0, pick(starts));
                    }
                }
                default -> {
                    if (similar.size() > 1) {
                        similar.removeLast();
                    }
                }
            }
        }
        return similar;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String text(List<String> version) {
        return String.join("", version);
    }
}
