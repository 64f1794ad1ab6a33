package org.drydock.runtime.filter;

import java.util.Optional;
import org.drydock.runtime.event.Octets;
import org.drydock.runtime.field.Extractor;
import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.field.Fields;
import org.drydock.runtime.field.Quantity;

/**
 * A field, or a transformer around fields, that an output names.
 *
 * @param text how the output names it
 */
public record OutputOperand(String text, FieldType type, Quantity quantity, Extractor extractor) {
    /**
     * The longest operand that begins a text; empty if none does.
     *
     * @throws ConditionException if it is a field that cannot have the argument, or an unfit transformer
     */
    public static Optional<OutputOperand> leading(String text) {
        String octets = Octets.encode(text);
        Lexer lexer = new Lexer(octets);
        Optional<Operand> operand = new OperandParser(lexer).left();
        if (operand.isEmpty()) {
            return Optional.empty();
        }
        int end = lexer.offset();
        if (operand.get() instanceof Operand.Reference reference) {
            String name = known(reference.name());
            if (name.isEmpty()) {
                return Optional.empty();
            }
            if (name.length() < reference.name().length()) {
                end = name.length();
                operand = Optional.of(new Operand.Reference(name, Optional.empty(), reference.place()));
            }
        }
        Source source = Sources.of(operand.get());
        return Optional.of(new OutputOperand(
                Octets.decode(octets.substring(0, end)), source.type(), source.quantity(), source.extractor()));
    }

    /** That an output names what is no field. */
    public static ConditionException unknown(String name) {
        return new ConditionException("invalid formatting token " + name, Place.START, true);
    }

    /** The longest part of a dotted name that is a field; "" if none is. */
    private static String known(String name) {
        String known = name;
        while (!known.isEmpty() && !Fields.exists(known)) {
            known = known.substring(0, Math.max(0, known.lastIndexOf('.')));
        }
        return known;
    }
}
