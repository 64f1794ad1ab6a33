package org.drydock.runtime.filter;

/** Asks a text, one character a byte. */
interface TextTest {
    boolean test(String text);
}
