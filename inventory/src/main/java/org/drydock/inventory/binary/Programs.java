package org.drydock.inventory.binary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of programs, {@code programs.txt} beside this class. */
final class Programs {
    private static final String TABLE = "programs.txt";
    private static final char ANY = '*';

    private final List<Program> all;
    private final Map<String, List<Candidate>> plain = new HashMap<>();
    private final Map<Character, List<Candidate>> globs = new HashMap<>();

    /**
     * A program that a file may be.
     *
     * @param nameVersion the version that the file's name has, empty if it has none
     */
    record Match(Program program, String nameVersion) {}

    private record Candidate(NameGlob glob, Program program) {}

    /** Made when the first file is looked at, since not every scan gets there. */
    private static final class Table {
        static final Programs SHIPPED = read();

        private static Programs read() {
            try (InputStream in = Objects.requireNonNull(Programs.class.getResourceAsStream(TABLE), TABLE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return new Programs(parse(lines.lines().toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Programs(List<Program> all) {
        this.all = List.copyOf(all);
        for (Program program : all) {
            for (NameGlob glob : program.files()) {
                Candidate candidate = new Candidate(glob, program);
                if (glob.isPlain()) {
                    plain.computeIfAbsent(glob.text(), _ -> new ArrayList<>()).add(candidate);
                } else {
                    char first = glob.prefix().isEmpty() ? ANY : glob.prefix().charAt(0);
                    globs.computeIfAbsent(first, _ -> new ArrayList<>()).add(candidate);
                }
            }
        }
    }

    static Programs shipped() {
        return Table.SHIPPED;
    }

    List<Program> all() {
        return all;
    }

    /** Whether some program goes by this file name. */
    boolean hasName(String name) {
        return plain.containsKey(name)
                || (!name.isEmpty() && matches(globs.getOrDefault(name.charAt(0), List.of()), name))
                || matches(globs.getOrDefault(ANY, List.of()), name);
    }

    private static boolean matches(List<Candidate> candidates, String name) {
        for (Candidate candidate : candidates) {
            if (name.startsWith(candidate.glob.prefix()) && candidate.glob.match(name) != null) {
                return true;
            }
        }
        return false;
    }

    /** The programs that go by this file name, in the order of the table. */
    List<Match> byName(String name) {
        List<Match> matches = new ArrayList<>();
        for (Program program : all) {
            for (NameGlob glob : program.files()) {
                String version = glob.match(name);
                if (version != null) {
                    matches.add(new Match(program, version));
                    break;
                }
            }
        }
        return matches;
    }

    /** Reads a table: a line is a word and what it says; {@code program} begins the next one. */
    static List<Program> parse(List<String> lines) {
        List<Program> programs = new ArrayList<>();
        Map<String, List<String>> facts = new HashMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (space < 0) {
                throw new IllegalArgumentException("a word without a value: " + line);
            }
            String word = line.substring(0, space);
            if (word.equals("program")) {
                finish(facts, programs);
            }
            facts.computeIfAbsent(word, _ -> new ArrayList<>()).add(line.substring(space + 1));
        }
        finish(facts, programs);
        return programs;
    }

    private static void finish(Map<String, List<String>> facts, List<Program> programs) {
        if (facts.isEmpty()) {
            return;
        }
        programs.add(new Program(
                words(facts.remove("program")).getFirst(),
                words(facts.remove("cpe")),
                words(facts.remove("file")).stream().map(NameGlob::new).toList(),
                patterns(facts.remove("is")),
                patterns(facts.remove("maybe")),
                patterns(facts.remove("has")),
                patterns(facts.remove("not")),
                String.join("; ", facts.getOrDefault("verified", List.of()))));
        facts.remove("verified");
        if (!facts.isEmpty()) {
            throw new IllegalArgumentException("no such words: " + facts.keySet());
        }
    }

    private static List<String> words(@org.jspecify.annotations.Nullable List<String> lines) {
        return lines == null ? List.of() : List.of(String.join(" ", lines).split(" ", -1));
    }

    private static List<BytePattern> patterns(@org.jspecify.annotations.Nullable List<String> lines) {
        return lines == null ? List.of() : lines.stream().map(BytePattern::of).toList();
    }
}
