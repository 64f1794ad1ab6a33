package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.filter.ConditionException;
import org.drydock.runtime.filter.OutputOperand;

/**
 * The text of an alert, with the fields in it.
 *
 * @param parts texts and fields, in their order
 */
record OutputFormat(List<Part> parts) {
    private static final int MAX_WIDTH = 10_000;

    /** A piece of an output. */
    sealed interface Part {}

    record Text(String text) implements Part {}

    /**
     * A field.
     *
     * @param width how many characters it takes; 0 for as many as it has
     */
    record Value(OutputOperand operand, int width) implements Part {}

    OutputFormat {
        parts = List.copyOf(parts);
    }

    /**
     * Reads an output.
     *
     * @throws ConditionException if it names what does not exist
     */
    static OutputFormat parse(String output) {
        List<Part> parts = new ArrayList<>();
        String rest = output.startsWith("*") ? output.substring(1) : output;
        while (!rest.isEmpty()) {
            int percent = rest.indexOf('%');
            if (percent < 0) {
                parts.add(new Text(rest));
                break;
            }
            if (percent > 0) {
                parts.add(new Text(rest.substring(0, percent)));
            }
            int at = percent + 1;
            int width = 0;
            while (at < rest.length() && rest.charAt(at) >= '0' && rest.charAt(at) <= '9' && width < MAX_WIDTH) {
                width = width * 10 + rest.charAt(at++) - '0';
            }
            String behind = rest.substring(at);
            OutputOperand operand = OutputOperand.leading(behind)
                    .orElseThrow(() -> OutputOperand.unknown(behind.split("[\\s%]", 2)[0]));
            parts.add(new Value(operand, width));
            rest = behind.substring(operand.text().length());
        }
        return new OutputFormat(parts);
    }

    /** The fields, in their order. */
    List<OutputOperand> operands() {
        List<OutputOperand> all = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Value value) {
                all.add(value.operand());
            }
        }
        return all;
    }
}
