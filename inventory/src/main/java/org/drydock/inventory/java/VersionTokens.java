package org.drydock.inventory.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A version cut at dots, dashes, underscores and plus signs, without what OSGi and people add or leave away: zeros behind
 * the leading numbers, and words that mean a plain release.
 */
record VersionTokens(List<String> tokens) {
    private static final int USUAL_NUMBERS = 3;
    private static final int BUILD_NUMBER_DIGITS = 7;

    VersionTokens {
        tokens = List.copyOf(tokens);
    }

    static VersionTokens of(String version) {
        List<String> all = List.of(version.toLowerCase(Locale.ROOT).split("[._+-]+"));
        int numbers = 0;
        while (numbers < all.size() && isNumber(all.get(numbers))) {
            numbers++;
        }
        int significant = numbers;
        while (significant > 1 && all.get(significant - 1).equals("0")) {
            significant--;
        }
        int end = all.size();
        while (end > numbers && isPlainRelease(all.get(end - 1))) {
            end--;
        }
        List<String> tokens = new ArrayList<>(all.subList(0, significant));
        tokens.addAll(all.subList(numbers, end));
        return new VersionTokens(tokens);
    }

    /** Whether both are the same as far as the shorter goes. */
    boolean overlaps(VersionTokens other) {
        int common = Math.min(tokens.size(), other.tokens.size());
        return tokens.subList(0, common).equals(other.tokens.subList(0, common));
    }

    /** Whether this is but the beginning of a number that the other tells in full, as 9 or 9.0 of 9.0.30. */
    boolean isShortOf(VersionTokens other) {
        int size = tokens.size();
        return size < USUAL_NUMBERS
                && size < other.tokens.size()
                && tokens.stream().allMatch(VersionTokens::isNumber)
                && isNumber(other.tokens.get(size));
    }

    /** Derby, for one, has 10.14.2000001.1828579 where it means 10.14.2.0; dates have six digits or eight. */
    boolean hasBuildNumber() {
        return tokens.stream().skip(1).anyMatch(t -> t.length() == BUILD_NUMBER_DIGITS && isNumber(t));
    }

    private static boolean isPlainRelease(String token) {
        return token.equals("release") || token.equals("final") || token.equals("ga");
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
