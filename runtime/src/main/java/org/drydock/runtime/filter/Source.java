package org.drydock.runtime.filter;

import org.drydock.runtime.field.Extractor;
import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.field.Quantity;

/** An operand that is known to exist: what its values are, and how to get them. */
record Source(FieldType type, Quantity quantity, Extractor extractor) {}
