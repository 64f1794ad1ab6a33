package org.drydock.vuln.feed.secdb;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.drydock.vuln.feed.FeedText;

/**
 * The ids of one security database. They are typed by hand: {@code CVE-2018-3639   XSA-263}, {@code CVE_2019-2426}, {@code CVE 2018-16859},
 * {@code CVE-2017-8073.patch}, {@code CVE-????-?????  XSA-295}, {@code CVE-2018-14461 (LDP)}. The first is the id and
 * the others are its aliases, except where one goes with several ids, as an erratum does.
 */
final class SecdbIds {
    private static final int MAX_TEXT = 1024;

    private final Map<String, Set<String>> aliasesOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> idsOf = new LinkedHashMap<>();

    /** The id that a text begins with; empty if there is none in it. */
    Optional<String> read(String text) {
        Optional<String> id = Optional.empty();
        String joined = text.startsWith("CVE ") ? "CVE-" + text.substring("CVE ".length()) : text;
        StringTokenizer words = new StringTokenizer(joined.substring(0, Math.min(joined.length(), MAX_TEXT)));
        while (words.hasMoreTokens()) {
            String word = clean(words.nextToken());
            if (!isId(word)) {
                continue;
            }
            if (id.isEmpty()) {
                id = Optional.of(word);
            } else if (!word.equals(id.get())) {
                aliasesOf.computeIfAbsent(id.get(), _ -> new LinkedHashSet<>()).add(word);
                idsOf.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(id.get());
            }
        }
        return id;
    }

    /** The other names of {@code id}, once everything is read. */
    List<String> aliases(String id) {
        return aliasesOf.getOrDefault(id, Set.of()).stream()
                .filter(alias -> idsOf.getOrDefault(alias, Set.of()).size() == 1)
                .toList();
    }

    private static String clean(String word) {
        String id = word.startsWith("CVE_") ? "CVE-" + word.substring("CVE_".length()) : word;
        int end = id.endsWith(".patch") ? id.length() - ".patch".length() : id.length();
        while (end > 0 && "?,;:.".indexOf(id.charAt(end - 1)) >= 0) {
            end--;
        }
        return id.substring(0, end);
    }

    /** Letters, a hyphen, and digits somewhere behind it. */
    private static boolean isId(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0
                && FeedText.isName(word)
                && word.chars().limit(hyphen).allMatch(Character::isLetterOrDigit)
                && Character.isLetter(word.charAt(0))
                && word.chars().skip(hyphen).anyMatch(Character::isDigit)
                && word.indexOf('?') < 0
                && word.indexOf('(') < 0;
    }
}
