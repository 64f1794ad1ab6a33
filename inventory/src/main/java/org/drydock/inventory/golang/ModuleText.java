package org.drydock.inventory.golang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.core.Diagnostic.Level;
import org.drydock.inventory.text.DiagnosticBudget;
import org.jspecify.annotations.Nullable;

/**
 * The text about modules in a Go binary: lines of a word and values, with tabs between.
 *
 * @param main the module that the binary's main package is in; null if it was built outside of one
 * @param dependencies in the order of the text
 * @param settings of the build, for example {@code GOARCH}
 * @see <a href="https://pkg.go.dev/runtime/debug#ParseBuildInfo">ParseBuildInfo</a>
 */
record ModuleText(@Nullable Module main, List<Module> dependencies, Map<String, String> settings) {
    private static final int MAX_MODULES = 100_000;
    private static final int MAX_SETTINGS = 1000;

    ModuleText {
        dependencies = List.copyOf(dependencies);
        settings = Map.copyOf(settings);
    }

    /**
     * A module.
     *
     * @param sum as in {@code go.sum}, empty if not recorded
     */
    record Module(String path, String version, String sum) {
        private static final String NO_VERSION = "(devel)";

        /**
         * The module whose code was built in place of this one. A folder has neither a name nor a version of its own, so
         * there the module keeps its name, and its version is not known.
         */
        Module replacedBy(Module other) {
            boolean folder = other.path.startsWith(".") || other.path.startsWith("/") || other.path.indexOf('\\') >= 0;
            return folder ? new Module(path, NO_VERSION, "") : other;
        }
    }

    static ModuleText parse(String text, DiagnosticBudget diagnostics) {
        return new Parser(diagnostics).parse(text);
    }

    private static final class Parser {
        private final DiagnosticBudget diagnostics;
        private final List<Module> dependencies = new ArrayList<>();
        private final Map<String, String> settings = new HashMap<>();
        private @Nullable Module main;
        private boolean replaceable;

        Parser(DiagnosticBudget diagnostics) {
            this.diagnostics = diagnostics;
        }

        ModuleText parse(String text) {
            int start = 0;
            while (start < text.length() && dependencies.size() < MAX_MODULES) {
                int newline = text.indexOf('\n', start);
                int end = newline < 0 ? text.length() : newline;
                line(text.substring(start, end));
                start = end + 1;
            }
            if (start < text.length()) {
                report(
                        Level.NOT_EXAMINED,
                        "too-many-modules",
                        "more than " + MAX_MODULES + " modules; the rest is left out");
            }
            return new ModuleText(main, dependencies, settings);
        }

        private void line(String line) {
            int tab = line.indexOf('\t');
            String rest = line.substring(tab + 1);
            switch (tab < 0 ? "" : line.substring(0, tab)) {
                case "mod" -> {
                    main = module(rest);
                    replaceable = main != null;
                }
                case "dep" -> {
                    Module module = module(rest);
                    replaceable = module != null;
                    if (module != null) {
                        dependencies.add(module);
                    }
                }
                case "=>" -> replaceLast(rest);
                case "build" -> setting(rest);
                default -> {
                    // the package path, and what later tool chains may add
                }
            }
        }

        private @Nullable Module module(String rest) {
            String[] columns = rest.split("\t", 4);
            if (columns.length < 2 || columns[0].isBlank() || columns[1].isBlank()) {
                report(Level.WARNING, "malformed-module-line", "a module without a path or a version is left out");
                return null;
            }
            return new Module(columns[0].strip(), columns[1].strip(), columns.length > 2 ? columns[2].strip() : "");
        }

        private void replaceLast(String rest) {
            Module by = module(rest);
            if (by == null || !replaceable) {
                return;
            }
            replaceable = false;
            if (!dependencies.isEmpty()) {
                dependencies.set(dependencies.size() - 1, dependencies.getLast().replacedBy(by));
            } else if (main != null) {
                main = main.replacedBy(by);
            }
        }

        private void setting(String rest) {
            int equals = rest.indexOf('=');
            if (equals > 0 && settings.size() < MAX_SETTINGS) {
                settings.put(rest.substring(0, equals), GoSyntax.unquote(rest.substring(equals + 1)));
            }
        }

        private void report(Level level, String code, String message) {
            diagnostics.report(level, code, 0, message);
        }
    }
}
