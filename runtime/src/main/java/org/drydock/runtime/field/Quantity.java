package org.drydock.runtime.field;

/** How many values a field has, and which of them a comparison must hold for. */
public enum Quantity {
    /** One value. */
    ONE,
    /** A list, which is compared as a whole: {@code in} asks for all, {@code intersects} for any. */
    LIST,
    /** Several, of which any is enough: ancestors. */
    ANY,
    /** Both ends of a connection: any is enough, but {@code !=} must hold for both. */
    BOTH
}
