package org.drydock.inventory.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the lines of a file's bytes. Nothing becomes text unless asked for, so a database of megabytes costs little
 * more than looking at each byte once. A line ends at {@code \n}, {@code \r\n} or the end of the file.
 *
 * <p>Positions are counted in bytes from the start of the current line. Of a line longer than {@link #MAX_LINE} only the
 * beginning is kept; {@link #length} still tells its true length.
 */
public final class ByteLines {
    /** The most bytes of a line that are kept; what lies behind is skipped. */
    public static final int MAX_LINE = 1 << 16;

    private static final int EXCERPT = 60;

    /** The part of the file that is not in the window yet. */
    private final ByteBuffer rest;

    private final byte[] window;
    private int filled;
    private int start;
    private int end;
    private int next;
    private int number;
    private int skipped;

    /** Starts before the first line of {@code content}, whose position is left alone. */
    public ByteLines(ByteBuffer content) {
        rest = content.duplicate();
        window = new byte[Math.min(rest.remaining(), MAX_LINE)];
    }

    /** Goes to the next line; false if there is none. */
    public boolean next() {
        start = next;
        skipped = 0;
        int newline = newlineFrom(start);
        while (newline == filled && rest.hasRemaining() && !(start == 0 && filled == window.length)) {
            int from = filled - start;
            slide();
            newline = newlineFrom(from);
        }
        if (start == filled) {
            return false;
        }
        end = newline > start && newline < filled && window[newline - 1] == '\r' ? newline - 1 : newline;
        next = Math.min(newline + 1, filled);
        if (newline == filled) {
            skipRest();
        }
        number++;
        return true;
    }

    /** The current line's number, counted from 1. */
    public int number() {
        return number;
    }

    /** The current line's length in bytes, without its end. */
    public int length() {
        return end - start + skipped;
    }

    /** Whether the current line holds nothing but spaces and tabs. */
    public boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (!isSpace(window[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the current line begins with a space or a tab. */
    public boolean isIndented() {
        return start < end && isSpace(window[start]);
    }

    /** The byte at {@code position}, which must lie inside the line. */
    public byte at(int position) {
        return window[start + position];
    }

    /** The first position of {@code wanted}, or -1. */
    public int indexOf(char wanted) {
        for (int i = start; i < end; i++) {
            if (window[i] == wanted) {
                return i - start;
            }
        }
        return -1;
    }

    /** Whether the line's first {@code length} bytes are {@code name}, in any case of its ASCII letters. */
    public boolean isName(int length, String name) {
        if (length != name.length() || length > end - start) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(window[start + i]) != lower((byte) name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The text from {@code from} to the line's end, as UTF-8, without spaces and tabs around it. */
    public String textFrom(int from) {
        int first = Math.min(start + from, end);
        int last = end;
        while (first < last && isSpace(window[first])) {
            first++;
        }
        while (first < last && isSpace(window[last - 1])) {
            last--;
        }
        return decode(first, last);
    }

    /**
     * As {@link #textFrom}, for what must be one word, as names and versions are; empty if a space or a control character
     * stands in it.
     */
    public String wordFrom(int from) {
        String text = textFrom(from);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                return "";
            }
        }
        return text;
    }

    /** The text from {@code from} to the line's end, as UTF-8, with all its spaces. */
    public String exactTextFrom(int from) {
        return decode(Math.min(start + from, end), end);
    }

    /** The line's beginning, made fit for a message. */
    public String excerpt() {
        StringBuilder shown = new StringBuilder();
        decode(start, Math.min(end, start + EXCERPT))
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return end - start > EXCERPT ? shown.append('…').toString() : shown.toString();
    }

    private String decode(int from, int to) {
        return new String(window, from, to - from, StandardCharsets.UTF_8);
    }

    private int newlineFrom(int from) {
        byte[] bytes = window;
        int at = from;
        while (at < filled && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Brings the line that has begun to the window's start, and as much of the file behind it as there is room for. */
    private void slide() {
        System.arraycopy(window, start, window, 0, filled - start);
        filled -= start;
        start = 0;
        int more = Math.min(rest.remaining(), window.length - filled);
        rest.get(window, filled, more);
        filled += more;
    }

    private void skipRest() {
        while (rest.hasRemaining() && rest.get() != '\n') {
            skipped++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
