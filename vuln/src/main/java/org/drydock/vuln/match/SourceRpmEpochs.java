package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.Affected;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Takes the epochs out of bounds that are held against the version of a source rpm. An rpm names its source by a file
 * name, and that carries no epoch: {@code perl-5.26.3-419.src.rpm} is not before {@code 4:5.26.3-419}.
 *
 * @see <a href="https://rpm.org/docs/latest/manual/dependencies.html">rpm, versions and epochs</a>
 */
final class SourceRpmEpochs {
    private SourceRpmEpochs() {}

    static List<Statement> without(List<Statement> statements) {
        List<Statement> all = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            Affected affected = statement.affected();
            List<Affected.Range> ranges = new ArrayList<>(affected.ranges().size());
            for (Affected.Range range : affected.ranges()) {
                ranges.add(new Affected.Range(
                        withoutEpoch(range.introduced()),
                        orNull(range.fixed()),
                        orNull(range.lastAffected()),
                        orNull(range.limit()),
                        range.afterIntroduced()));
            }
            all.add(new Statement(
                    statement.source(),
                    statement.advisoryId(),
                    statement.aliases(),
                    statement.related(),
                    new Affected(
                            affected.namespace(),
                            affected.name(),
                            affected.status(),
                            ranges,
                            affected.versions().stream()
                                    .map(SourceRpmEpochs::withoutEpoch)
                                    .toList(),
                            affected.module(),
                            affected.ratings(),
                            affected.applicability())));
        }
        return all;
    }

    private static @Nullable String orNull(@Nullable String version) {
        return version == null ? null : withoutEpoch(version);
    }

    private static String withoutEpoch(String version) {
        int colon = version.indexOf(':');
        return colon < 0 ? version : version.substring(colon + 1);
    }
}
