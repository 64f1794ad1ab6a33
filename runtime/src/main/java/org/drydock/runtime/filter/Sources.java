package org.drydock.runtime.filter;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.drydock.runtime.field.Extractor;
import org.drydock.runtime.field.Field;
import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.field.Fields;
import org.drydock.runtime.field.Quantity;
import org.drydock.runtime.field.Register;
import org.drydock.runtime.field.UnknownFieldException;
import org.jspecify.annotations.Nullable;

/** Finds the fields of operands, and wraps transformers around them. */
final class Sources {
    private static final int MAX_TEXT = 1 << 20;

    private Sources() {}

    static Source of(Operand operand) {
        return switch (operand) {
            case Operand.Reference field -> field(field);
            case Operand.Literal literal -> {
                yield new Source(FieldType.TEXT, Quantity.ONE, (o, r) -> r.add(literal.text()));
            }
            case Operand.Several several -> several(several);
            case Operand.Call call -> call(call);
        };
    }

    private static Source field(Operand.Reference reference) {
        try {
            Field field = Fields.resolve(reference.name(), reference.argument());
            return new Source(field.type(), field.quantity(), field.extractor());
        } catch (UnknownFieldException e) {
            throw new ConditionException(String.valueOf(e.getMessage()), reference.place(), true);
        }
    }

    private static Source several(Operand.Several several) {
        List<Source> elements = several.elements().stream().map(Sources::of).toList();
        for (Source element : elements) {
            if (!element.type().isText()) {
                throw new ConditionException("a list for a transformer holds texts only", several.place());
            }
        }
        return new Source(FieldType.TEXT, Quantity.LIST, (o, r) -> {
            for (Source element : elements) {
                if (!element.extractor().extract(o, r)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Source call(Operand.Call call) {
        List<Source> arguments = call.arguments().stream().map(Sources::of).toList();
        Source first = arguments.getFirst();
        return switch (call.transformer()) {
            case "tolower" -> mapped(call, first, text -> lower(text));
            case "toupper" -> mapped(call, first, text -> upper(text));
            case "basename" -> mapped(call, first, text -> text.substring(text.lastIndexOf('/') + 1));
            case "b64" -> mapped(call, first, Sources::decoded);
            case "len" -> length(call, first);
            case "join" -> {
                expect(
                        call,
                        arguments.size() == 2
                                && first.quantity() == Quantity.ONE
                                && first.type().isText());
                expect(
                        call,
                        arguments.get(1).quantity() == Quantity.LIST
                                && arguments.get(1).type().isText());
                yield join(first.extractor(), arguments.get(1).extractor());
            }
            case "concat" -> {
                expect(
                        call,
                        arguments.stream()
                                .allMatch(a ->
                                        a.quantity() == Quantity.ONE && a.type().isText()));
                yield join(
                        (o, r) -> r.add(""),
                        several(new Operand.Several(call.arguments(), call.place()))
                                .extractor());
            }
            default -> getopt(call, arguments);
        };
    }

    private static void expect(Operand.Call call, boolean fits) {
        if (!fits) {
            throw new ConditionException(
                    "transformer '" + call.transformer() + "' cannot be used with these arguments", call.place());
        }
    }

    private static Source mapped(Operand.Call call, Source inner, Function<String, @Nullable String> change) {
        boolean paths = !call.transformer().equals("b64");
        expect(
                call,
                paths
                        ? inner.type() == FieldType.TEXT || inner.type() == FieldType.PATH
                        : inner.type() == FieldType.TEXT || inner.type() == FieldType.BYTES);
        expect(call, inner.quantity() != Quantity.LIST || paths);
        Register values = new Register();
        return new Source(inner.type(), inner.quantity(), (o, r) -> {
            values.clear();
            if (!inner.extractor().extract(o, values)) {
                return false;
            }
            for (int i = 0; i < values.count(); i++) {
                if (!r.add(change.apply(values.text(i)))) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Source length(Operand.Call call, Source inner) {
        expect(call, inner.quantity() == Quantity.LIST || inner.type().isText());
        Register values = new Register();
        return new Source(FieldType.UNSIGNED, Quantity.ONE, (o, r) -> {
            values.clear();
            if (!inner.extractor().extract(o, values)) {
                return false;
            }
            return r.add(
                    inner.quantity() == Quantity.LIST
                            ? values.count()
                            : values.text(0).length());
        });
    }

    private static Source join(Extractor separator, Extractor list) {
        Register between = new Register();
        Register values = new Register();
        return new Source(FieldType.TEXT, Quantity.ONE, (o, r) -> {
            between.clear();
            values.clear();
            if (!separator.extract(o, between) || !list.extract(o, values)) {
                return false;
            }
            StringBuilder joined = new StringBuilder();
            for (int i = 0; i < values.count() && joined.length() < MAX_TEXT; i++) {
                joined.append(i == 0 ? "" : between.text(0)).append(values.text(i));
            }
            return r.add(joined.toString());
        });
    }

    private static Source getopt(Operand.Call call, List<Source> arguments) {
        expect(
                call,
                arguments.size() == 2
                        && arguments.getFirst().quantity() == Quantity.LIST
                        && arguments.getFirst().type().isText()
                        && call.arguments().get(1) instanceof Operand.Literal
                        && call.argument().isPresent());
        String options = ((Operand.Literal) call.arguments().get(1)).text();
        String wanted = call.argument().orElse("");
        expect(call, wanted.length() == 1 && wanted.charAt(0) != ':' && options.contains(wanted));
        Extractor list = arguments.getFirst().extractor();
        Register words = new Register();
        return new Source(FieldType.TEXT, Quantity.ONE, (o, r) -> {
            words.clear();
            return list.extract(o, words) && r.add(option(words, options, wanted.charAt(0)));
        });
    }

    /** What an option is given, "" for one that takes nothing; null if it is not there. */
    private static @Nullable String option(Register words, String options, char wanted) {
        for (int i = 0; i < words.count(); i++) {
            String word = words.text(i);
            if (word.equals("--")) {
                return null;
            }
            for (int c = 1; word.startsWith("-") && !word.startsWith("--") && c < word.length(); c++) {
                int known = options.indexOf(word.charAt(c));
                boolean takes = known >= 0 && word.charAt(c) != ':' && options.startsWith(":", known + 1);
                if (takes) {
                    boolean apart = c + 1 == word.length();
                    String value = apart ? (++i < words.count() ? words.text(i) : null) : word.substring(c + 1);
                    if (word.charAt(c) == wanted) {
                        return value;
                    }
                    break;
                }
                if (word.charAt(c) == wanted) {
                    return "";
                }
            }
        }
        return null;
    }

    private static @Nullable String decoded(String text) {
        try {
            return new String(
                    Base64.getDecoder().decode(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String lower(String text) {
        return ascii(text, 'A', 'Z', 32);
    }

    private static String upper(String text) {
        return ascii(text, 'a', 'z', -32);
    }

    private static String ascii(String text, char from, char to, int change) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= from && characters[i] <= to) {
                characters[i] += (char) change;
            }
        }
        return new String(characters);
    }
}
