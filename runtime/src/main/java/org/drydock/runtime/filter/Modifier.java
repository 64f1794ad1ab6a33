package org.drydock.runtime.filter;

/** How many of a list's values an operator must hold for. */
public enum Modifier {
    NONE(""),
    ONEOF("oneof"),
    ANYOF("anyof"),
    ALLOF("allof");

    private final String word;

    Modifier(String word) {
        this.word = word;
    }

    /** How rules write it. */
    public String word() {
        return word;
    }
}
