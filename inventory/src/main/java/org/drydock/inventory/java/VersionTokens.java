package org.drydock.inventory.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A version cut at dots, dashes, underscores and plus signs.
 *
 * @param tokens all of them, in lower case
 * @param significant without what OSGi and people add or leave away: zeros behind the leading numbers, and words that
 *     mean a plain release
 */
record VersionTokens(List<String> tokens, List<String> significant) {
    private static final int MAX_TOKENS = 32;
    private static final int USUAL_NUMBERS = 3;
    private static final int BUILD_NUMBER_DIGITS = 7;

    VersionTokens {
        tokens = List.copyOf(tokens);
        significant = List.copyOf(significant);
    }

    static VersionTokens of(String version) {
        List<String> all = List.of(version.toLowerCase(Locale.ROOT).split("[._+-]+", MAX_TOKENS));
        int numbers = 0;
        while (numbers < all.size() && isNumber(all.get(numbers))) {
            numbers++;
        }
        int nonZero = numbers;
        while (nonZero > 1 && all.get(nonZero - 1).equals("0")) {
            nonZero--;
        }
        int end = all.size();
        while (end > numbers && isPlainRelease(all.get(end - 1))) {
            end--;
        }
        List<String> significant = new ArrayList<>(all.subList(0, nonZero));
        significant.addAll(all.subList(numbers, end));
        return new VersionTokens(all, significant);
    }

    /** Whether both mean the same, or one goes on where the other ends. */
    boolean overlaps(VersionTokens other) {
        int common = Math.min(tokens.size(), other.tokens.size());
        return significant.equals(other.significant)
                || tokens.subList(0, common).equals(other.tokens.subList(0, common));
    }

    /** Whether this is but the beginning of a number that the other tells in full, as 9 or 9.0 of 9.0.30. */
    boolean isShortOf(VersionTokens other) {
        int size = tokens.size();
        return size < USUAL_NUMBERS
                && size < other.significant.size()
                && tokens.stream().allMatch(VersionTokens::isNumber)
                && isNumber(other.significant.get(size));
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
