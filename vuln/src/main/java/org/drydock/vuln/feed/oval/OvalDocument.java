package org.drydock.vuln.feed.oval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ModuleStreams;
import org.drydock.vuln.feed.XmlElement;
import org.drydock.vuln.feed.oval.OvalDefinition.TestIn;
import org.jspecify.annotations.Nullable;

/** One document while it is read, and what it says in the end. */
final class OvalDocument {
    private static final int MAX_KEPT = 4_000_000;

    private final String place;
    private final FeedSink sink;
    private final List<OvalDefinition> definitions = new ArrayList<>();
    private final Map<String, Test> tests = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Bound> bounds = new HashMap<>();
    private final Set<String> homeless = new LinkedHashSet<>();
    private int kept;

    private record Test(String object, String state) {}

    private record Bound(String operation, String version) {}

    private record Subject(
            String namespace, String name, @Nullable String module) {}

    OvalDocument(String place, FeedSink sink) {
        this.place = place;
        this.sink = sink;
    }

    void element(XmlElement element) {
        String id = element.attribute("id");
        switch (element.name()) {
            case "definition" -> definition(element);
            case "rpminfo_test" ->
                tests.put(
                        id,
                        new Test(
                                element.child("object").attribute("object_ref"),
                                element.child("state").attribute("state_ref")));
            case "rpminfo_object" -> names.put(id, element.childText("name"));
            case "rpminfo_state" -> {
                XmlElement evr = element.child("evr");
                if (!evr.text().isBlank()) {
                    bounds.put(
                            id, new Bound(evr.attribute("operation"), evr.text().strip()));
                }
            }
            default -> {}
        }
        keep(1);
    }

    private void definition(XmlElement element) {
        String kind = element.attribute("class");
        if (element.attribute("deprecated").equals("true")) {
            sink.withdrawn(element.attribute("id"));
        } else if (kind.equals("patch") || kind.equals("vulnerability")) {
            Optional<OvalDefinition> definition = OvalDefinition.of(element);
            if (definition.isEmpty()) {
                sink.diagnostic(Diagnostic.notExamined(
                        "oval-definition-unreadable",
                        place,
                        FeedText.oneLine(element.attribute("id")) + " names neither an erratum nor a vulnerability"));
                return;
            }
            definitions.add(definition.get());
            keep(definition.get().tests().size());
        }
    }

    private void keep(int more) {
        kept += more;
        if (kept > MAX_KEPT) {
            throw new FeedException(place + ": more than " + MAX_KEPT + " definitions, tests, objects and states");
        }
    }

    void tell() {
        List<Advisory> advisories = new ArrayList<>();
        for (OvalDefinition definition : definitions) {
            List<Affected> affected = affected(definition);
            if (!affected.isEmpty()) {
                boolean erratum = !definition.mends().isEmpty();
                advisories.add(new Advisory(
                        definition.id(),
                        List.of(),
                        definition.mends(),
                        definition.title(),
                        definition.ratings(),
                        definition.references(),
                        definition.date(),
                        erratum ? definition.date() : "",
                        affected));
            }
        }
        if (!homeless.isEmpty()) {
            sink.diagnostic(Diagnostic.notExamined(
                    "oval-release-unknown",
                    place,
                    homeless.size() + " definitions do not say for which release they are, for example "
                            + homeless.iterator().next()));
        }
        if (!advisories.isEmpty()) {
            String namespace = advisories.getFirst().affected().getFirst().namespace();
            int dot = namespace.indexOf('.');
            sink.source(
                    "oval/" + FeedText.namePart((dot < 0 ? namespace : namespace.substring(0, dot)).replace(':', '-')));
            advisories.forEach(sink::advisory);
        }
    }

    private List<Affected> affected(OvalDefinition definition) {
        Map<Subject, List<Bound>> said = new LinkedHashMap<>();
        for (TestIn in : definition.tests()) {
            Test test = tests.get(in.test());
            Bound bound = test == null ? null : bounds.get(test.state());
            String name = test == null ? "" : names.getOrDefault(test.object(), "");
            if (bound == null || !FeedText.isName(name)) {
                continue;
            }
            if (in.namespaces().isEmpty()) {
                homeless.add(definition.id());
            }
            for (String namespace : in.namespaces()) {
                said.computeIfAbsent(subject(namespace, name, bound.version, in.module()), _ -> new ArrayList<>())
                        .add(bound);
            }
        }
        List<Affected> affected = new ArrayList<>();
        said.forEach((subject, of) -> {
            List<Affected.Range> ranges = ranges(of);
            if (!ranges.isEmpty()) {
                affected.add(new Affected(
                        subject.namespace,
                        subject.name,
                        Status.AFFECTED,
                        ranges,
                        List.of(),
                        subject.module,
                        List.of()));
            }
        });
        return affected;
    }

    private static Subject subject(String namespace, String name, String version, @Nullable String module) {
        if (!ModuleStreams.existIn(namespace)) {
            return new Subject(namespace, name, null);
        }
        String named = module == null ? ModuleStreams.UNNAMED : module;
        return new Subject(namespace, name, ModuleStreams.isModular(version) ? named : "");
    }

    /** The tests of one package: where one bounds it below and others above, they hold together. */
    private static List<Affected.Range> ranges(List<Bound> bounds) {
        String introduced = "0";
        boolean after = false;
        Set<Affected.Range> ends = new LinkedHashSet<>();
        boolean every = false;
        for (Bound bound : bounds) {
            boolean nothing = bound.version.equals("0:0-0") || bound.version.equals("0");
            switch (bound.operation) {
                case "greater than", "greater than or equal" -> {
                    every |= nothing;
                    introduced = nothing ? introduced : bound.version;
                    after = !nothing && bound.operation.equals("greater than");
                }
                case "less than" -> ends.add(new Affected.Range("0", bound.version, null));
                case "less than or equal" -> ends.add(new Affected.Range("0", null, bound.version));
                default -> {}
            }
        }
        if (ends.isEmpty()) {
            return every || !introduced.equals("0")
                    ? List.of(new Affected.Range(introduced, null, null, after))
                    : List.of();
        }
        String from = introduced;
        boolean behind = after;
        return ends.stream()
                .map(end -> new Affected.Range(from, end.fixed(), end.lastAffected(), behind))
                .toList();
    }
}
