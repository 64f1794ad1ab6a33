package org.drydock.runtime.field;

/**
 * A field as a rule names it: with its argument, and known to exist.
 *
 * @param text the name with the argument, as alerts repeat it
 */
public record Field(String text, String argument, FieldType type, Quantity quantity, FieldDefinition definition) {
    /** An extractor for it. */
    public Extractor extractor() {
        return definition.extractor().apply(argument);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field field && field.text.equals(text) && field.type == type;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
