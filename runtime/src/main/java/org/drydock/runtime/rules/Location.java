package org.drydock.runtime.rules;

/**
 * One step of the way to what an issue is about.
 *
 * @param itemType what it is: {@code rule}, {@code macro}, {@code rule condition}…
 * @param itemName its name; may be empty
 * @param file the file, or {@code condition expression}'s own text
 * @param line lines from the start, from 0
 * @param column characters from the start of the line, from 0
 * @param offset characters from the start
 */
public record Location(String itemType, String itemName, String file, int line, int column, int offset) {}
