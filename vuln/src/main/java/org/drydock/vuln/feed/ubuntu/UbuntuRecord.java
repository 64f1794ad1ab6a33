package org.drydock.vuln.feed.ubuntu;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedLines;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;

/**
 * One file of the tracker. A line {@code RELEASE_PACKAGE: STATE (NOTE)} says what becomes of a source package in a release;
 * lines that begin with a space continue the field above.
 */
final class UbuntuRecord {
    private static final int MAX_STATES = 100_000;
    private static final int MAX_REFERENCES = 10;

    private final String place;
    private final FeedSink sink;
    private final List<State> states = new ArrayList<>();
    private final Map<String, Rating> priorities = new HashMap<>();
    private final Set<Rating> ratings = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final StringBuilder description = new StringBuilder();
    private String id = "";
    private String published = "";
    private String field = "";

    private record State(String release, String name, String word, String note) {}

    UbuntuRecord(String place, FeedSink sink) {
        this.place = place;
        this.sink = sink;
    }

    void read(InputStream in) {
        FeedLines lines = new FeedLines(in, place);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                continuation(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    field = line.substring(0, colon);
                    value(line.substring(colon + 1).strip());
                }
            }
        }
        if (!FeedText.isName(id)) {
            throw new FeedException(place + ": it does not say which vulnerability it is about");
        }
        tell();
    }

    private void continuation(String text) {
        switch (field) {
            case "References" -> {
                if (FeedText.isAddress(text)) {
                    references.add(text);
                }
            }
            case "Description" -> {
                if (description.length() < 4096) {
                    description.append(text).append('\n');
                }
            }
            case "CVSS" -> {
                int vector = text.indexOf("CVSS:");
                int colon = text.indexOf(':');
                if (vector > 0 && colon < vector) {
                    String[] words = text.substring(vector).split(" ", 2);
                    ratings.add(
                            new Rating("cvss", FeedText.oneLine(words[0]), FeedText.oneLine(text.substring(0, colon))));
                }
            }
            default -> {}
        }
    }

    private void value(String value) {
        switch (field) {
            case "Candidate" -> id = value;
            case "PublicDate" -> published = FeedText.oneLine(value);
            case "Description", "References", "CVSS" -> {
                if (!value.isEmpty()) {
                    continuation(value);
                }
            }
            default -> {
                if (field.equals("Priority") || field.startsWith("Priority_")) {
                    priority(value);
                } else {
                    state(value);
                }
            }
        }
    }

    private void priority(String value) {
        String word = value.split(" ", 2)[0];
        if (Severity.ofWord(word).isPresent() && !word.equals("unknown")) {
            priorities.put(field.substring("Priority".length()), new Rating("word", word));
        }
    }

    private void state(String value) {
        int under = field.indexOf('_');
        String release = under < 0 ? "" : field.substring(0, under);
        String name = under < 0 ? "" : field.substring(under + 1);
        boolean isRelease = UbuntuReleases.namespace(release).isPresent();
        if (!isRelease || !FeedText.isName(name)) {
            return;
        }
        if (states.size() == MAX_STATES) {
            throw new FeedException(place + ": more than " + MAX_STATES + " states");
        }
        int open = value.indexOf('(');
        int close = value.lastIndexOf(')');
        states.add(new State(
                release,
                name,
                (open < 0 ? value : value.substring(0, open)).strip(),
                open >= 0 && close > open ? value.substring(open + 1, close).strip() : ""));
    }

    private void tell() {
        List<Affected> affected = new ArrayList<>();
        for (State state : states) {
            affected(state).ifPresent(affected::add);
        }
        Set<Rating> all = new LinkedHashSet<>();
        Rating general = priorities.get("");
        if (general != null) {
            all.add(general);
        }
        all.addAll(ratings);
        sink.advisory(new Advisory(
                id,
                List.of(),
                List.of(),
                FeedText.firstSentence(description.toString().replace('\n', ' ')),
                List.copyOf(all),
                references.stream().limit(MAX_REFERENCES).toList(),
                published,
                "",
                affected));
    }

    /** Of a package that a release does not have there is nothing to say. */
    private Optional<Affected> affected(State state) {
        List<Affected.Range> every = List.of(new Affected.Range("0", null, null));
        return switch (state.word) {
            case "released", "released-esm" ->
                FeedText.isName(state.note)
                        ? statement(state, Status.AFFECTED, List.of(new Affected.Range("0", state.note, null)))
                        : unclear(state);
            case "not-affected" -> statement(state, Status.NOT_AFFECTED, List.of());
            case "needed", "in-progress", "pending", "active" -> statement(state, Status.AFFECTED, every);
            case "deferred" -> statement(state, Status.DEFERRED, every);
            case "needs-triage", "untriaged" -> statement(state, Status.UNDER_INVESTIGATION, every);
            case "ignored" ->
                statement(
                        state,
                        state.note.contains("end of") || state.note.contains("out of")
                                ? Status.END_OF_LIFE
                                : Status.WILL_NOT_FIX,
                        every);
            case "DNE" -> Optional.empty();
            default -> unclear(state);
        };
    }

    private Optional<Affected> unclear(State state) {
        sink.diagnostic(Diagnostic.warning(
                "ubuntu-state-unclear",
                place,
                id + " of " + state.name + " in " + state.release + " is \"" + FeedText.oneLine(state.word)
                        + "\" without a version or a meaning: unknown"));
        return statement(state, Status.UNKNOWN, List.of(new Affected.Range("0", null, null)));
    }

    private Optional<Affected> statement(State state, Status status, List<Affected.Range> ranges) {
        Rating own = priorities.get("_" + state.name);
        return UbuntuReleases.namespace(state.release)
                .map(namespace -> new Affected(
                        namespace,
                        state.name,
                        status,
                        ranges,
                        List.of(),
                        null,
                        own == null ? List.of() : List.of(own)));
    }
}
