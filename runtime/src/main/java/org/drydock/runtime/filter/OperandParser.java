package org.drydock.runtime.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads fields and transformers. */
final class OperandParser {
    static final Set<String> SINGLE = Set.of("tolower", "toupper", "b64", "basename", "len");
    static final Set<String> MULTIPLE = Set.of("join", "concat", "getopt");
    private static final int MAX_DEPTH = 100;

    private final Lexer lexer;
    private int depth;

    OperandParser(Lexer lexer) {
        this.lexer = lexer;
    }

    /** A field or a transformer's call; empty if neither is next. */
    Optional<Operand> left() {
        int start = lexer.offset();
        Optional<String> field = lexer.fieldName();
        return field.isPresent() ? Optional.of(reference(field.get(), lexer.place(start))) : call(false);
    }

    /** A field in {@code val()} or a transformer's call; empty if neither is next. */
    Optional<Operand> right() {
        return call(true);
    }

    private Operand reference(String name, Place place) {
        return new Operand.Reference(name, bracketed(), place);
    }

    private Optional<String> bracketed() {
        if (!lexer.take("[")) {
            return Optional.empty();
        }
        Optional<String> argument = lexer.quoted().or(lexer::argument);
        if (argument.isEmpty()) {
            throw lexer.wrong("expected a valid field argument: a quoted string or a bare string");
        }
        if (!lexer.take("]")) {
            throw lexer.wrong("expected a ']' symbol");
        }
        return argument;
    }

    private Optional<Operand> call(boolean mayBeValue) {
        int start = lexer.offset();
        Place place = lexer.place(start);
        String name = lexer.identifier().orElse("");
        boolean known = SINGLE.contains(name) || MULTIPLE.contains(name) || (mayBeValue && name.equals("val"));
        if (!known || !lexer.take("(")) {
            lexer.back(start);
            return Optional.empty();
        }
        if (++depth > MAX_DEPTH) {
            throw lexer.wrong("exceeded max depth limit of " + MAX_DEPTH);
        }
        List<Operand> arguments = arguments(MULTIPLE.contains(name));
        depth--;
        return name.equals("val")
                ? Optional.of(arguments.getFirst())
                : Optional.of(new Operand.Call(
                        name, arguments, name.equals("getopt") ? bracketed() : Optional.empty(), place));
    }

    private List<Operand> arguments(boolean several) {
        List<Operand> all = new ArrayList<>();
        do {
            lexer.blank();
            all.add(argument(several));
            lexer.blank();
        } while (several && lexer.take(","));
        if (!lexer.take(")")) {
            throw lexer.wrong("expected a ')' symbol closing the transformer");
        }
        return all;
    }

    private Operand argument(boolean several) {
        Place place = lexer.place();
        Optional<Operand> field = left();
        if (field.isPresent()) {
            return field.get();
        }
        if (several) {
            Optional<String> text = lexer.quoted();
            if (text.isPresent()) {
                return new Operand.Literal(text.get(), place);
            }
            if (lexer.take("(")) {
                if (++depth > MAX_DEPTH) {
                    throw lexer.wrong("exceeded max depth limit of " + MAX_DEPTH);
                }
                List<Operand> elements = arguments(true);
                depth--;
                return new Operand.Several(elements, place);
            }
        }
        throw lexer.wrong("expected a valid field or transformer inside a transformer");
    }
}
