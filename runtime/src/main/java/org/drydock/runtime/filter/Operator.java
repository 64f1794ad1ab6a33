package org.drydock.runtime.filter;

/** What compares the two sides of a check. */
public enum Operator {
    EXISTS("exists"),
    LESS_OR_EQUAL("<="),
    LESS("<"),
    GREATER_OR_EQUAL(">="),
    GREATER(">"),
    EQUAL("="),
    NOT_EQUAL("!="),
    GLOB("glob"),
    IGLOB("iglob"),
    CONTAINS("contains"),
    ICONTAINS("icontains"),
    BCONTAINS("bcontains"),
    STARTSWITH("startswith"),
    BSTARTSWITH("bstartswith"),
    ENDSWITH("endswith"),
    REGEX("regex"),
    INTERSECTS("intersects"),
    IN("in"),
    PMATCH("pmatch");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How rules write it. */
    public String symbol() {
        return symbol;
    }

    boolean isNumeric() {
        return this == LESS_OR_EQUAL || this == LESS || this == GREATER_OR_EQUAL || this == GREATER;
    }

    /** Whether a list stands on its right. */
    public boolean takesList() {
        return this == INTERSECTS || this == IN || this == PMATCH;
    }

    /** Whether the right side is written in base 16. */
    boolean takesHex() {
        return this == BCONTAINS || this == BSTARTSWITH;
    }
}
