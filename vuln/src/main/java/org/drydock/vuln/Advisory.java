package org.drydock.vuln;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source's record of one vulnerability, or of one erratum that mends several. What kind of record it is shows in its
 * id: {@link AdvisoryKind#of}.
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
 * @param cwes the weaknesses that it is an instance of, for example {@code CWE-79}, as stated
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
        List<Affected> affected,
        List<String> cwes) {
    public Advisory {
        aliases = List.copyOf(aliases);
        related = List.copyOf(related);
        ratings = List.copyOf(ratings);
        references = List.copyOf(references);
        affected = List.copyOf(affected);
        cwes = List.copyOf(cwes);
    }

    /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Advisory that
                && id.equals(that.id)
                && summary.equals(that.summary)
                && published.equals(that.published)
                && modified.equals(that.modified)
                && aliases.equals(that.aliases)
                && related.equals(that.related)
                && ratings.equals(that.ratings)
                && references.equals(that.references)
                && affected.equals(that.affected)
                && cwes.equals(that.cwes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** A record that states no weaknesses. */
    public Advisory(
            String id,
            List<String> aliases,
            List<String> related,
            String summary,
            List<Rating> ratings,
            List<String> references,
            String published,
            String modified,
            List<Affected> affected) {
        this(id, aliases, related, summary, ratings, references, published, modified, affected, List.of());
    }

    /**
     * A severity as stated.
     *
     * @param kind {@code cvss} for a vector, {@code word} for a word such as {@code MODERATE}
     * @param value the vector or the word
     * @param source who stated it, where that is not the source of the record, for example {@code nvd@nist.gov}; else
     *     empty
     */
    public record Rating(String kind, String value, String source) {
        /** A severity that the source of the record states. */
        public Rating(String kind, String value) {
            this(kind, value, "");
        }

        /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rating that
                    && kind.equals(that.kind)
                    && value.equals(that.value)
                    && source.equals(that.source);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }
}
