package org.drydock.inventory.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a file's bytes say for and against its being one program. A statement weighs 2, a hint 1, all marks together 1; a
 * version of weight 2 is likely, one of 4 is certain, and of two of the same weight neither is.
 */
final class Tally {
    private static final int MAX_VERSIONS = 1000;
    private static final int LIKELY = 2;
    private static final int CERTAIN = 4;

    private final Program program;
    private final Map<String, TreeMap<Integer, BytePattern>> byVersion = new HashMap<>();
    private final TreeSet<Integer> marks = new TreeSet<>();
    private boolean objected;

    /** A version, and how well it is known. */
    record Verdict(String version, boolean certain, List<String> evidence) {}

    Tally(Program program) {
        this.program = program;
    }

    void listen(EvidenceScan scan) {
        int order = 0;
        for (BytePattern statement : program.statements()) {
            int rank = order++;
            scan.want(statement, version -> note(version, rank, statement));
        }
        for (BytePattern hint : program.hints()) {
            int rank = order++;
            scan.want(hint, version -> note(version, rank, hint));
        }
        for (int i = 0; i < program.marks().size(); i++) {
            int mark = i;
            scan.want(program.marks().get(i), _ -> marks.add(mark));
        }
        program.objections().forEach(objection -> scan.want(objection, _ -> objected = true));
    }

    private void note(String version, int rank, BytePattern pattern) {
        if (byVersion.size() < MAX_VERSIONS || byVersion.containsKey(version)) {
            byVersion.computeIfAbsent(version, _ -> new TreeMap<>()).put(rank, pattern);
        }
    }

    /** Whether something in the file says that it is not this program. */
    boolean isOther() {
        return objected;
    }

    /** The version that weighs most, if one does. */
    Optional<Verdict> verdict() {
        int heaviest = 0;
        List<String> versions = new ArrayList<>();
        for (Map.Entry<String, TreeMap<Integer, BytePattern>> candidate : byVersion.entrySet()) {
            int weight = weight(candidate.getValue());
            if (weight > heaviest) {
                versions.clear();
                heaviest = weight;
            }
            if (weight == heaviest) {
                versions.add(candidate.getKey());
            }
        }
        if (objected || heaviest < LIKELY || versions.size() != 1) {
            return Optional.empty();
        }
        String version = versions.getFirst();
        List<String> evidence = new ArrayList<>();
        byVersion.getOrDefault(version, new TreeMap<>()).values().forEach(p -> evidence.add(p.toString()));
        marks.forEach(mark -> evidence.add(program.marks().get(mark).toString()));
        return Optional.of(new Verdict(version, heaviest >= CERTAIN, evidence));
    }

    private int weight(Map<Integer, BytePattern> found) {
        int statements = program.statements().size();
        int weight = marks.isEmpty() ? 0 : 1;
        for (int rank : found.keySet()) {
            weight += rank < statements ? 2 : 1;
        }
        return weight;
    }
}
