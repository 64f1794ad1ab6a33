package org.drydock.inventory.golang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageMetadata.GoMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.PackageListing;
import org.drydock.inventory.text.ByteLines;

/**
 * Reads the modules that a {@code go.mod} requires, or what replaces them, and the standard library at the version of the
 * tool chain where one is asked for. Since Go 1.17 the file lists all modules that a build can use; before, only those
 * that the main module names itself.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file">go.mod files</a>
 */
public final class GoModCataloger implements Cataloger {
    private static final int COMPLETE_SINCE = 17;

    @Override
    public String name() {
        return "go-mod";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evidence evidence() {
        return Evidence.DECLARED;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name("go.mod"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        try (PackageListing listing = new PackageListing(PackageType.GO, sink)) {
            new Directives(listing).read(new ByteLines(file.content()));
        }
    }

    private record Module(String path, String version) {}

    private static final class Directives {
        private final PackageListing listing;
        private final Map<Module, Module> required = new LinkedHashMap<>();
        private final Map<Module, Module> replaced = new HashMap<>();
        private final List<Module> excluded = new ArrayList<>();
        private String toolchain = "";
        private String language = "";

        Directives(PackageListing listing) {
            this.listing = listing;
        }

        void read(ByteLines lines) {
            String block = "";
            while (lines.next()) {
                List<String> words = words(lines.textFrom(0));
                if (words.isEmpty()) {
                    continue;
                }
                if (block.isEmpty() && words.size() == 2 && words.getLast().equals("(")) {
                    block = words.getFirst();
                } else if (words.getFirst().equals(")")) {
                    block = "";
                } else if (block.isEmpty()) {
                    directive(words.getFirst(), words.subList(1, words.size()), lines);
                } else {
                    directive(block, words, lines);
                }
            }
            list();
        }

        private void directive(String verb, List<String> words, ByteLines lines) {
            switch (verb) {
                case "require" -> {
                    if (words.size() < 2) {
                        listing.unreadable(lines.number(), "no module with its version: " + lines.excerpt());
                        return;
                    }
                    Module module = new Module(words.get(0), words.get(1));
                    required.put(module, module);
                }
                case "exclude" -> {
                    if (words.size() > 1) {
                        excluded.add(new Module(words.get(0), words.get(1)));
                    }
                }
                case "replace" -> replace(words, lines);
                case "toolchain" -> toolchain = words.isEmpty() ? "" : words.getFirst();
                case "go" -> language = words.isEmpty() ? "" : words.getFirst();
                default -> {}
            }
        }

        private void replace(List<String> words, ByteLines lines) {
            int arrow = words.indexOf("=>");
            if (arrow < 1 || arrow > 2 || words.size() <= arrow + 1) {
                listing.unreadable(lines.number(), "no replacement: " + lines.excerpt());
                return;
            }
            Module from = new Module(words.get(0), arrow == 2 ? words.get(1) : "");
            replaced.put(from, new Module(words.get(arrow + 1), words.size() > arrow + 2 ? words.get(arrow + 2) : ""));
        }

        private void list() {
            excluded.forEach(required::remove);
            for (Module module : required.keySet()) {
                Module other = replaced.getOrDefault(module, replaced.get(new Module(module.path, "")));
                if (other != null && other.version.isEmpty()) {
                    listing.leftOut(module.path, "it is replaced by the folder " + other.path);
                } else {
                    add(other == null ? module : other);
                }
            }
            GoVersions.standardLibrary(toolchain)
                    .ifPresent(version -> add(new Module(GoPackages.STANDARD_LIBRARY, version)));
            if (isIncomplete(language)) {
                listing.leftOut(
                        "of the modules that others need",
                        "before Go 1." + COMPLETE_SINCE
                                + " the file names only those that the main module needs itself");
            }
        }

        private void add(Module module) {
            listing.add(module.path, module.version).metadata(new GoMetadata(toolchain, false, ""));
        }

        private static boolean isIncomplete(String language) {
            String[] parts = language.split("\\.", -1);
            try {
                return parts.length < 2
                        || (Integer.parseInt(parts[0]) == 1 && Integer.parseInt(parts[1]) < COMPLETE_SINCE);
            } catch (NumberFormatException e) {
                return false;
            }
        }

        /** Without the comment, and without quotes. */
        private static List<String> words(String line) {
            int comment = line.indexOf("//");
            String plain = line;
            if (comment == 0) {
                return List.of();
            }
            for (; comment > 0; comment = line.indexOf("//", comment + 2)) {
                if (Character.isWhitespace(line.charAt(comment - 1))) {
                    plain = line.substring(0, comment);
                    break;
                }
            }
            List<String> words = new ArrayList<>();
            for (String word : plain.replace('\t', ' ').split(" ", -1)) {
                if (!word.isEmpty()) {
                    boolean quoted = word.length() > 1
                            && (word.charAt(0) == '"' || word.charAt(0) == '`')
                            && word.charAt(word.length() - 1) == word.charAt(0);
                    words.add(quoted ? word.substring(1, word.length() - 1) : word);
                }
            }
            return words;
        }
    }
}
