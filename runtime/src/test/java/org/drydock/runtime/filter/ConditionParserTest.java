package org.drydock.runtime.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.drydock.runtime.event.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {
    /** Writes the tree with every parenthesis. */
    static String shape(Expression expression) {
        return switch (expression) {
            case Expression.And and -> joined(and.parts(), " & ");
            case Expression.Or or -> joined(or.parts(), " | ");
            case Expression.Not not -> "!" + shape(not.part());
            case Expression.Macro macro -> macro.name();
            case Expression.Check check ->
                "[" + operand(check.left()) + " "
                        + check.operator().symbol() + " "
                        + (check.modifier() == Modifier.NONE
                                ? ""
                                : check.modifier().word() + " ")
                        + check.right().map(ConditionParserTest::operand).orElse(String.join(";", check.values()))
                        + "]";
        };
    }

    private static String operand(Operand operand) {
        return switch (operand) {
            case Operand.Reference r ->
                r.name() + r.argument().map(a -> "{" + a + "}").orElse("");
            case Operand.Call c ->
                c.transformer()
                        + c.arguments().stream()
                                .map(ConditionParserTest::operand)
                                .toList()
                        + c.argument().orElse("");
            case Operand.Several s ->
                s.elements().stream().map(ConditionParserTest::operand).toList().toString();
            case Operand.Literal l -> "'" + l.text() + "'";
        };
    }

    private static String joined(List<Expression> parts, String by) {
        return "("
                + String.join(by, parts.stream().map(ConditionParserTest::shape).toList()) + ")";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        a or b and not c                          ~ (a | (b & !c))
        (a or b) and c                            ~ ((a | b) & c)
        not(a)                                    ~ !a
        not not a                                 ~ a
        a and(b or c)or(d)                        ~ ((a & (b | c)) | d)
        proc.name=cat                             ~ [proc.name = cat]
        proc.name == cat                          ~ [proc.name = cat]
        proc.name!=cat                            ~ [proc.name != cat]
        fd.num>=0                                 ~ [fd.num >= 0]
        fd.num < 0x1F                             ~ [fd.num < 0x1F]
        fd.num >= -1.5e+3                         ~ [fd.num >= -1.5e+3]
        proc.name exists                          ~ [proc.name exists ]
        proc.aname[2] in (a, "b c", d)            ~ [proc.aname{2} in a;b c;d]
        proc.name in(a)                           ~ [proc.name in a]
        proc.name in ()                           ~ [proc.name in ]
        proc.name in unresolved_list              ~ [proc.name in unresolved_list]
        proc.args intersects ("-V")               ~ [proc.args intersects -V]
        fd.name pmatch (/etc, /var)               ~ [fd.name pmatch /etc;/var]
        proc.env["A B"] contains x                ~ [proc.env{A B} contains x]
        proc.name startswith oneof (a, b)         ~ [proc.name startswith oneof a;b]
        proc.name contains allof                  ~ [proc.name contains allof]
        proc.name = anyof(a)                      ~ [proc.name = anyof a]
        tolower(proc.name) = cat                  ~ [tolower[proc.name] = cat]
        len(toupper(proc.name)) > 3               ~ [len[toupper[proc.name]] > 3]
        proc.name = val(proc.pname)               ~ [proc.name = proc.pname]
        proc.name = tolower(proc.pname)           ~ [proc.name = tolower[proc.pname]]
        join(",", (proc.name, proc.pname)) = "a"  ~ [join[',', [proc.name, proc.pname]] = a]
        getopt(fd.types, "ab:")[b] = x            ~ [getopt[fd.types, 'ab:']b = x]
        proc.name = '"quoted"'                    ~ [proc.name = "quoted"]
        """)
    void trees(String condition, String shape) {
        assertThat(shape(ConditionParser.parse(condition))).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        proc.name = "a\\x41\\x00"   ~ 97 65 0
        proc.name = "\\"\\\\\\/"    ~ 34 92 47
        proc.name = "a\\ b"         ~ 97 92 98
        proc.name = "\\xFF"         ~ 255
        proc.name = "é"             ~ 195 169
        """)
    void valuesAreBytes(String condition, String codes) {
        Expression.Check check = (Expression.Check) ConditionParser.parse(condition);
        assertThat(String.join(
                        " ",
                        check.values()
                                .getFirst()
                                .chars()
                                .mapToObj(Integer::toString)
                                .toList()))
                .isEqualTo(codes);
        assertThat(Octets.encode("plain")).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a and",
                "a or or b",
                "(a",
                "a)",
                "proc.name",
                "proc.name =",
                "proc.name in (a,)",
                "proc.name in (a",
                "proc.name foo bar",
                "fd.num > abc",
                "proc.name = \"open",
                "proc.name = \"\\q\"",
                "proc.name = \"\\'\"",
                "proc.aname[2 = x",
                "proc.aname[] = x",
                "noteworthy",
                "a.b.c",
                "tolower(proc.name",
                "a b",
                "proc.name=a=b"
            })
    void whatIsNone(String condition) {
        assertThatThrownBy(() -> ConditionParser.parse(condition)).isInstanceOf(ConditionException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 5000, 100_000})
    void depthIsBounded(int depth) {
        String text = "(".repeat(depth) + "a" + ")".repeat(depth);
        if (depth < 300) {
            assertThat(shape(ConditionParser.parse(text))).isEqualTo("a");
        } else {
            assertThatThrownBy(() -> ConditionParser.parse(text)).hasMessageContaining("max depth");
        }
    }
}
