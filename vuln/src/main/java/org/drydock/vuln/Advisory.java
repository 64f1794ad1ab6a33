package org.drydock.vuln;

import java.util.List;

/**
 * One source's record of one vulnerability, or of one erratum that mends several.
 *
 * @param id as the source writes it
 * @param aliases other ids of the very same vulnerability
 * @param related ids of the vulnerabilities that an erratum mends; they are separate from each other
 * @param summary one line, empty if the source has none
 * @param ratings what the source says of its severity, empty if nothing
 * @param references addresses, the best first
 * @param published ISO 8601 date or instant as stated, empty if not
 * @param modified as {@code published}
 * @param affected which packages it is about
 */
public record Advisory(
        String id,
        List<String> aliases,
        List<String> related,
        String summary,
        List<Rating> ratings,
        List<String> references,
        String published,
        String modified,
        List<Affected> affected) {
    public Advisory {
        aliases = List.copyOf(aliases);
        related = List.copyOf(related);
        ratings = List.copyOf(ratings);
        references = List.copyOf(references);
        affected = List.copyOf(affected);
    }

    /**
     * A severity as stated.
     *
     * @param kind {@code cvss} for a vector, {@code word} for a word such as {@code MODERATE}
     * @param value the vector or the word
     */
    public record Rating(String kind, String value) {}
}
