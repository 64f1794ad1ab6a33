package org.drydock.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleLoaderTest {
    private static final String RULE = """
        - rule: R
          desc: d
          priority: WARNING
          output: name=%proc.name port=%fd.port
          condition: evt.type = openat
        """;

    private static RuleLoader load(String... files) {
        RuleLoader loader = new RuleLoader();
        for (String file : files) {
            assertThat(loader.load("f.yaml", file).errors()).isEmpty();
        }
        return loader;
    }

    private static String error(String... files) {
        RuleLoader loader = new RuleLoader();
        for (String file : files) {
            loader.load("f.yaml", file);
        }
        LoadResult last = loader.results().getLast();
        assertThat(last.errors()).hasSize(1);
        LoadIssue issue = last.errors().getFirst();
        return issue.code() + ": " + issue.message();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        a in (l)        ~ x,y     ~ `a in ( x, y )`
        a in (l, z)     ~ x       ~ `a in ( x , z)`
        a in (l, z)     ~ ``      ~ `a in (   z)`
        a in (z, l)     ~ ``      ~ `a in (z  )`
        a = "b l c"     ~ x       ~ `a = "b x c"`
        a in (ll, l.x)  ~ x       ~ `a in (ll, l.x)`
        l               ~ x       ~ `x `
        """)
    void listsBecomeText(String condition, String items, String expanded) {
        List<String> list = items.isEmpty() ? List.of() : List.of(items.split(",", -1));
        assertThat(ListExpansion.expand(condition, "l", list)).isEqualTo(expanded);
    }

    @Test
    void appendingAddsNoParentheses() {
        RuleLoader loader = load(RULE, """
            - rule: R
              condition: and proc.name = a or proc.name = b
              tags: [t]
              override: {condition: append, tags: append}
            """);
        Rule rule = loader.rules().getFirst();
        assertThat(rule.conditionText()).isEqualTo("evt.type = openat and proc.name = a or proc.name = b");
        assertThat(rule.tags()).containsExactly("t");
    }

    @Test
    void redefinedRulesKeepTheirPlace() {
        RuleLoader loader = load(RULE, RULE.replace("rule: R", "rule: S"), RULE.replace("desc: d", "desc: new"));
        assertThat(loader.rules()).extracting(Rule::name).containsExactly("R", "S");
        assertThat(loader.rules().getFirst().description()).isEqualTo("new");
    }

    @Test
    void exceptionsAreWrittenOut() {
        RuleLoader loader = load(RULE + """
              exceptions:
                - name: one
                  fields: proc.name
                  values: [a, b c]
                - name: two
                  fields: [proc.name, fd.name]
                  comps: [=, startswith]
                  values:
                    - [x, /etc]
                    - [y, '"a b"']
                - name: three
                  fields: [proc.name, proc.pname]
                  comps: [in, =]
                  values: [[[p, q], r], [s, t]]
                - name: none
                  fields: [proc.name]
            """);
        assertThat(loader.rules().getFirst().conditionText())
                .isEqualTo("(evt.type = openat) and not (proc.name in (a, \"b c\")) and not ((proc.name = x and fd.name"
                        + " startswith /etc) or (proc.name = y and fd.name startswith \"a b\")) and not"
                        + " ((proc.name in (p, q) and proc.pname = r) or (proc.name in (s) and proc.pname = t))");
    }

    @Test
    void macrosSeeOnlyEarlierMacros() {
        assertThat(error("""
            - macro: a
              condition: b
            - macro: b
              condition: evt.type = open
            """)).startsWith("LOAD_ERR_COMPILE_CONDITION: Undefined macro 'b'");
    }

    @Test
    void macrosThatGrowBeyondBoundsAreRefused() {
        StringBuilder text = new StringBuilder("- macro: m0\n  condition: proc.name = a and proc.name = b\n");
        for (int i = 1; i < 60; i++) {
            text.append("- macro: m").append(i).append("\n  condition: m");
            text.append(i - 1).append(" and m").append(i - 1).append('\n');
        }
        assertThat(error(text.toString())).contains("too large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        a: b                                                     ~ LOAD_ERR_YAML_VALIDATE
        - 3                                                      ~ LOAD_ERR_YAML_VALIDATE
        - [                                                      ~ LOAD_ERR_YAML_PARSE
        - {list: a}                                              ~ LOAD_ERR_YAML_VALIDATE
        - {list: a, items: [b], append: true}                    ~ LOAD_ERR_VALIDATE
        - {macro: a, condition: ""}                              ~ LOAD_ERR_YAML_VALIDATE
        - {macro: a, condition: a.b}                             ~ LOAD_ERR_COMPILE_CONDITION
        - {rule: a, enabled: false}                              ~ LOAD_ERR_VALIDATE
        - {rule: a, condition: evt.num=0, output: x, desc: d, priority: huge}   ~ LOAD_ERR_VALIDATE
        - {rule: a, condition: no.field=0, output: x, desc: d, priority: info}  ~ LOAD_ERR_COMPILE_CONDITION
        - {rule: a, condition: evt.num=0, output: "%no.f", desc: d, priority: info} ~ LOAD_ERR_COMPILE_OUTPUT
        - {rule: a, condition: evt.num=0, output: "x%", desc: d, priority: info} ~ LOAD_ERR_COMPILE_OUTPUT
        - {rule: a, condition: fd.num=x, output: x, desc: d, priority: info}    ~ LOAD_ERR_COMPILE_CONDITION
        - {rule: a, condition: fd.ip startswith 1, output: x, desc: d, priority: info} ~ LOAD_ERR_COMPILE_CONDITION
        - {required_engine_version: 9999}                        ~ LOAD_ERR_VALIDATE
        - {required_engine_version: 0.57}                        ~ LOAD_ERR_YAML_VALIDATE
        - {required_plugin_versions: [{name: nobody, version: 1.0.0}]} ~ LOAD_ERR_VALIDATE
        """)
    void errors(String file, String code) {
        assertThat(error(file)).startsWith(code + ":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        - {macro: a, condition: evt.num=0}       ~ LOAD_UNUSED_MACRO
        - {list: a, items: [b]}                  ~ LOAD_UNUSED_LIST
        - {unknown: a}                           ~ LOAD_UNKNOWN_ITEM
        - {list: a, items: [b], colour: red}     ~ LOAD_UNKNOWN_KEY
        - {rule: a, condition: evt.num=0, output: x, desc: d, priority: info, source: moon} ~ LOAD_UNKNOWN_SOURCE
        - {rule: a, condition: proc.name=a, output: x, desc: d, priority: info}  ~ LOAD_NO_EVTTYPE
        - {rule: a, condition: no.f=1, output: x, desc: d, priority: info, skip-if-unknown-filter: true} ~ LOAD_UNKNOWN_FILTER
        """)
    void warnings(String file, IssueCode code) {
        LoadResult result = new RuleLoader().load("f.yaml", file);
        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).extracting(LoadIssue::code).contains(code);
    }

    @Test
    void issuesTellTheirPlace() {
        LoadResult result = new RuleLoader().load("f.yaml", RULE.replace("openat", "openat and\n    missing"));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        LoadResults.writeJson(List.of(result), json);
        assertThat(json.toString(StandardCharsets.UTF_8))
                .startsWith("{\"falco_load_results\":[{\"errors\":[{\"code\":\"LOAD_ERR_COMPILE_CONDITION\"")
                .contains("\"item_name\":\"R\",\"item_type\":\"rule\",\"position\":{\"column\":2,\"line\":0,")
                .contains("\"successful\":false");
        assertThat(LoadResults.text(result)).startsWith("f.yaml: Invalid\n").contains("Undefined macro 'missing'");
    }

    @Test
    void alertsHaveTheirShape() {
        Rule rule = load(RULE).rules().getFirst();
        AlertFormat format = new AlertFormat(ZoneOffset.UTC);
        assertThat(format.text(rule, TestEvents.open("/etc/shadow", 1)))
                .isEqualTo("22:13:20.123456789: Warning name=cat port=<NA>");
        assertThat(format.json(rule, TestEvents.open("/etc/shadow", 1)))
                .isEqualTo("{\"hostname\":\"box\",\"output\":\"22:13:20.123456789: Warning name=cat port=<NA>\","
                        + "\"output_fields\":{\"evt.time\":1700000000123456789,\"fd.port\":null,\"proc.name\":\"cat\"},"
                        + "\"priority\":\"Warning\",\"rule\":\"R\",\"source\":\"syscall\",\"tags\":[],"
                        + "\"time\":\"2023-11-14T22:13:20.123456789Z\"}");
    }

    @Test
    void matchingTellsTheFirstOrAll() {
        List<Rule> rules = load(RULE, RULE.replace("rule: R", "rule: S")).rules();
        for (Matching matching : Matching.values()) {
            List<Rule> matches = new ArrayList<>();
            new RuleSet(rules, "syscall", Priority.DEBUG, matching).match(TestEvents.open("/x", 1), matches);
            assertThat(matches).hasSize(matching == Matching.ALL ? 2 : 1);
        }
        List<Rule> none = new ArrayList<>();
        new RuleSet(rules, "syscall", Priority.ERROR, Matching.ALL).match(TestEvents.open("/x", 1), none);
        assertThat(none).isEmpty();
    }
}
