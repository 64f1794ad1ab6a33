package org.drydock.runtime.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.runtime.event.Octets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition: {@code or} binds less than {@code and}, and that less than {@code not}. Its values become bytes, one
 * character a byte, as those of events are.
 *
 * @see <a href="https://falco.org/docs/concepts/rules/conditions/">conditions</a>
 */
public final class ConditionParser {
    private static final int MAX_DEPTH = 300;
    private static final List<Operator> NUMERIC =
            List.of(Operator.LESS_OR_EQUAL, Operator.LESS, Operator.GREATER_OR_EQUAL, Operator.GREATER);
    private static final List<Operator> TEXT = List.of(
            Operator.GLOB,
            Operator.IGLOB,
            Operator.CONTAINS,
            Operator.ICONTAINS,
            Operator.BCONTAINS,
            Operator.STARTSWITH,
            Operator.BSTARTSWITH,
            Operator.ENDSWITH,
            Operator.REGEX);
    private static final List<Operator> LISTS = List.of(Operator.INTERSECTS, Operator.IN, Operator.PMATCH);

    private final Lexer lexer;
    private final OperandParser operands;
    private int depth;

    private ConditionParser(String text) {
        lexer = new Lexer(text);
        operands = new OperandParser(lexer);
    }

    /**
     * Reads a whole condition.
     *
     * @throws ConditionException if it is not one
     */
    public static Expression parse(String text) {
        ConditionParser parser = new ConditionParser(Octets.encode(text));
        Expression expression = parser.or();
        if (!parser.lexer.isAtEnd()) {
            throw parser.lexer.wrong("unexpected token, expecting 'or', 'and'");
        }
        return expression;
    }

    private Expression or() {
        if (++depth > MAX_DEPTH) {
            throw lexer.wrong("exceeded max depth limit of " + MAX_DEPTH);
        }
        List<Expression> parts = new ArrayList<>();
        parts.add(and());
        while (lexer.take("or")) {
            parts.add(behind("or") ? embedded() : and());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Expression.Or(parts);
    }

    private Expression and() {
        List<Expression> parts = new ArrayList<>();
        parts.add(not());
        while (lexer.take("and")) {
            parts.add(behind("and") ? embedded() : not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.And(parts);
    }

    private Expression not() {
        boolean negated = false;
        lexer.blank();
        Expression part = null;
        while (part == null && lexer.take("not")) {
            negated = !negated;
            if (behind("not")) {
                part = embedded();
            }
        }
        if (part == null) {
            part = check();
            lexer.blank();
        }
        return negated ? new Expression.Not(part) : part;
    }

    /** What follows a keyword: true for a parenthesis without a blank before it, which is taken. */
    private boolean behind(String keyword) {
        if (lexer.blank()) {
            return false;
        }
        if (!lexer.take("(")) {
            throw lexer.wrong("expected blank or '(' after '" + keyword + "'");
        }
        return true;
    }

    /** What stands behind an opening parenthesis, to its closing one. */
    private Expression embedded() {
        Expression inner = or();
        lexer.blank();
        if (!lexer.take(")")) {
            throw lexer.wrong("expected a ')' symbol");
        }
        lexer.blank();
        return inner;
    }

    private Expression check() {
        lexer.blank();
        Place place = lexer.place();
        if (lexer.take("(")) {
            return embedded();
        }
        Optional<Operand> left = operands.left();
        if (left.isPresent()) {
            lexer.blank();
            return compare(left.get(), place);
        }
        return lexer.identifier()
                .map(name -> (Expression) new Expression.Macro(name, place))
                .orElseThrow(() -> lexer.wrong("expected a '(' symbol, a valid check, or a valid identifier"));
    }

    private Expression compare(Operand left, Place place) {
        if (lexer.take("exists")) {
            return check(left, Operator.EXISTS, List.of(), place);
        }
        for (Operator operator : NUMERIC) {
            if (lexer.take(operator.symbol())) {
                lexer.blank();
                return numeric(left, operator, place);
            }
        }
        Operator operator = textOperator();
        if (operator != null) {
            return text(left, operator, place);
        }
        for (Operator list : LISTS) {
            if (lexer.takeWord(list.symbol())) {
                lexer.blank();
                return list(left, list, place);
            }
        }
        throw lexer.wrong("expected a valid check operator: one of exists, <=, <, >=, >, =, !=, glob, iglob, contains,"
                + " icontains, bcontains, startswith, bstartswith, endswith, regex, in, intersects, pmatch");
    }

    private @Nullable Operator textOperator() {
        if (lexer.take("==") || lexer.take("=")) {
            return Operator.EQUAL;
        }
        if (lexer.take("!=")) {
            return Operator.NOT_EQUAL;
        }
        for (Operator operator : TEXT) {
            if (lexer.takeWord(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }

    private Expression numeric(Operand left, Operator operator, Place place) {
        Optional<Operand> right = operands.right();
        if (right.isPresent()) {
            return check(left, operator, right.get(), place);
        }
        String number = lexer.number().orElseThrow(() -> lexer.wrong("expected a number value"));
        return check(left, operator, List.of(number), place);
    }

    private Expression text(Operand left, Operator operator, Place place) {
        lexer.blank();
        for (Modifier modifier : List.of(Modifier.ONEOF, Modifier.ANYOF, Modifier.ALLOF)) {
            int start = lexer.offset();
            if (lexer.takeWord(modifier.word())) {
                lexer.blank();
                if (lexer.take("(")) {
                    return new Expression.Check(left, operator, modifier, values(), Optional.empty(), place);
                }
                lexer.back(start);
            }
        }
        Optional<Operand> right = operands.right();
        return right.isPresent()
                ? check(left, operator, right.get(), place)
                : check(left, operator, List.of(value()), place);
    }

    private Expression list(Operand left, Operator operator, Place place) {
        if (lexer.take("(")) {
            return check(left, operator, values(), place);
        }
        Optional<Operand> right = operands.right();
        if (right.isPresent()) {
            return check(left, operator, right.get(), place);
        }
        String name = lexer.identifier().orElseThrow(() -> lexer.wrong("expected a list, a field or an identifier"));
        return check(left, operator, List.of(name), place);
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        lexer.blank();
        if (lexer.take(")")) {
            return values;
        }
        do {
            lexer.blank();
            values.add(value());
            lexer.blank();
        } while (lexer.take(","));
        if (!lexer.take(")")) {
            throw lexer.wrong("expected a ')' symbol");
        }
        return values;
    }

    private String value() {
        return lexer.quoted()
                .or(lexer::bare)
                .orElseThrow(() -> lexer.wrong("expected a valid string value, either quoted or bare"));
    }

    private static Expression check(Operand left, Operator operator, List<String> values, Place place) {
        return new Expression.Check(left, operator, Modifier.NONE, values, Optional.empty(), place);
    }

    private static Expression check(Operand left, Operator operator, Operand right, Place place) {
        return new Expression.Check(left, operator, Modifier.NONE, List.of(), Optional.of(right), place);
    }
}
