package org.drydock.vuln.feed.errata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ModuleStreams;
import org.jspecify.annotations.Nullable;

/** One erratum of a distribution with rpm packages while it is read: its packages are the first that are mended. */
final class Erratum {
    /** Stands for no limit to a module stream; no stream is named so. */
    private static final String UNLIMITED = "\0";

    private static final int MAX_IDS = 10_000;
    private static final int MAX_REFERENCES = 10;

    private final String id;
    private final String title;
    private final String text;
    private final Set<String> mended = new LinkedHashSet<>();
    private final Set<Rating> ratings = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Map<Subject, Set<String>> fixed = new LinkedHashMap<>();
    private final Set<String> homeless = new LinkedHashSet<>();

    private record Subject(
            String namespace, String name, @Nullable String module) {}

    Erratum(String id, String title, String text) {
        this.id = id;
        this.title = FeedText.oneLine(title);
        this.text = text;
    }

    /** A vulnerability that it mends; what is no id is passed over. */
    void mends(String vulnerability) {
        String stripped = vulnerability.strip();
        if (FeedText.isName(stripped) && stripped.startsWith("CVE-") && mended.size() < MAX_IDS) {
            mended.add(stripped);
        }
    }

    boolean mendsAny() {
        return !mended.isEmpty();
    }

    /** A severity in the words of Red Hat's family; others say nothing. */
    void severity(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (Severity.ofWord(lower).isPresent() && !lower.equals("none")) {
            ratings.add(new Rating("word", lower));
        }
    }

    void reference(String address) {
        if (FeedText.isAddress(address.strip())) {
            references.add(address.strip());
        }
    }

    /**
     * A package that it brings.
     *
     * @param module its module stream, for example {@code nodejs:18}; null if the erratum does not tell
     * @param where as {@link RpmReleases#namespace} takes it
     */
    void brings(Nevra nevra, @Nullable String module, String where) {
        if (nevra.isSource()) {
            return;
        }
        Optional<String> namespace = RpmReleases.namespace(id, nevra.release(), where);
        if (namespace.isEmpty()) {
            homeless.add(nevra.name());
            return;
        }
        for (String stream : streams(namespace.get(), nevra, module)) {
            fixed.computeIfAbsent(
                            new Subject(namespace.get(), nevra.name(), stream.equals(UNLIMITED) ? null : stream),
                            _ -> new LinkedHashSet<>())
                    .add(nevra.evr());
        }
    }

    private List<String> streams(String namespace, Nevra nevra, @Nullable String module) {
        if (!ModuleStreams.existIn(namespace)) {
            return List.of(UNLIMITED);
        }
        if (module != null && ModuleStreams.isModular(nevra.release())) {
            return List.of(module);
        }
        return ModuleStreams.of(List.of(nevra.evr()), () -> ModuleStreams.named(title, text));
    }

    /** Passes it on. */
    void tell(String published, String modified, String place, FeedSink sink) {
        if (!homeless.isEmpty()) {
            sink.diagnostic(Diagnostic.notExamined(
                    "erratum-release-unknown",
                    place,
                    id + ": it does not show for which release of which distribution " + homeless.size()
                            + " of its packages are"));
        }
        List<Affected> affected = new ArrayList<>();
        fixed.forEach((subject, versions) -> affected.add(new Affected(
                subject.namespace,
                subject.name,
                Status.AFFECTED,
                versions.stream()
                        .map(version -> new Affected.Range("0", version, null))
                        .toList(),
                List.of(),
                subject.module,
                List.of())));
        if (affected.isEmpty()) {
            return;
        }
        sink.advisory(new Advisory(
                id,
                List.of(),
                List.copyOf(mended),
                title,
                List.copyOf(ratings),
                references.stream().limit(MAX_REFERENCES).toList(),
                FeedText.oneLine(published),
                FeedText.oneLine(modified),
                affected));
    }
}
