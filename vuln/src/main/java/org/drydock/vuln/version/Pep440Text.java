package org.drydock.vuln.version;

/**
 * Reads one PEP 440 version in any of its spellings and writes its key: the epoch, the release, and markers for the
 * pre-release, the post-release, the development release and the local version, each with its number.
 */
final class Pep440Text {
    private static final int END_OF_RELEASE = 1;
    private static final int BEFORE_PRERELEASES = 2;
    private static final int ALPHA = 3;
    private static final int BETA = 4;
    private static final int CANDIDATE = 5;
    private static final int AFTER_PRERELEASES = 6;
    private static final int NO_POST = 1;
    private static final int POST = 2;
    private static final int DEV = 1;
    private static final int NO_DEV = 2;
    private static final int NO_LOCAL = 1;
    private static final int LOCAL = 2;
    private static final int END_OF_LOCAL = 1;
    private static final int LOCAL_WORD = 2;

    private final String text;
    private final KeyBuilder key;
    private int position;
    private int numberFrom;

    Pep440Text(String text, KeyBuilder key) {
        this.text = text;
        this.key = key;
    }

    /** Answers whether the text is a version; if not, the key is good for nothing. */
    boolean read() {
        word("v");
        if (!release()) {
            return false;
        }
        int prerelease = prerelease();
        if (prerelease >= 0) {
            key.marker(prerelease).number(text, numberFrom, position);
        }
        boolean post = post();
        int postFrom = numberFrom;
        int postTo = position;
        boolean dev = dev();
        if (prerelease < 0) {
            key.marker(dev && !post ? BEFORE_PRERELEASES : AFTER_PRERELEASES);
        }
        if (post) {
            key.marker(POST).number(text, postFrom, postTo);
        } else {
            key.marker(NO_POST);
        }
        if (dev) {
            key.marker(DEV).number(text, numberFrom, position);
        } else {
            key.marker(NO_DEV);
        }
        return local();
    }

    private boolean release() {
        int end = Ascii.endOfDigits(text, position);
        if (end > position && end < text.length() && text.charAt(end) == '!') {
            key.number(text, position, end);
            position = end + 1;
            end = Ascii.endOfDigits(text, position);
        } else {
            key.number(0);
        }
        if (end == position) {
            return false;
        }
        int zeros = number(position, end, 0);
        while (end + 1 < text.length() && text.charAt(end) == '.' && Ascii.isDigit(text.charAt(end + 1))) {
            int start = end + 1;
            end = Ascii.endOfDigits(text, start);
            zeros = number(start, end, zeros);
        }
        position = end;
        key.marker(END_OF_RELEASE);
        return true;
    }

    /** Writes a number with the zeros before it, and answers how many zeros there are now to be written. */
    private int number(int from, int to, int zeros) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        if (start == to) {
            return zeros + 1;
        }
        for (int i = 0; i < zeros; i++) {
            key.number(0);
        }
        key.number(text, start, to);
        return 0;
    }

    /** Reads a pre-release, if there is one, and answers its marker. */
    private int prerelease() {
        int start = position;
        separator();
        int marker = -1;
        if (word("alpha") || word("a")) {
            marker = ALPHA;
        } else if (word("beta") || word("b")) {
            marker = BETA;
        } else if (word("preview") || word("pre") || word("c") || word("rc")) {
            marker = CANDIDATE;
        }
        end(marker >= 0, start);
        return marker;
    }

    private boolean post() {
        int start = position;
        if (position + 1 < text.length() && text.charAt(position) == '-' && Ascii.isDigit(text.charAt(position + 1))) {
            numberFrom = position + 1;
            position = Ascii.endOfDigits(text, numberFrom);
            return true;
        }
        separator();
        return end(word("post") || word("rev") || word("r"), start);
    }

    private boolean dev() {
        int start = position;
        separator();
        return end(word("dev"), start);
    }

    /** Reads the number behind a word, or goes back to {@code start} if there was none. */
    private boolean end(boolean word, int start) {
        if (!word) {
            position = start;
            return false;
        }
        separator();
        numberFrom = position;
        position = Ascii.endOfDigits(text, position);
        return true;
    }

    private boolean local() {
        if (position == text.length()) {
            key.marker(NO_LOCAL);
            return true;
        }
        if (text.charAt(position) != '+') {
            return false;
        }
        key.marker(LOCAL);
        do {
            int start = position + 1;
            position = endOfSegment(start);
            if (position == start) {
                return false;
            }
            if (Ascii.endOfDigits(text, start) >= position) {
                key.number(text, start, position);
            } else {
                key.marker(LOCAL_WORD).lowerText(text, start, position);
            }
        } while (position < text.length() && isSeparator(text.charAt(position)));
        key.marker(END_OF_LOCAL);
        return position == text.length();
    }

    private int endOfSegment(int from) {
        int i = from;
        while (i < text.length() && Ascii.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void separator() {
        if (position < text.length() && isSeparator(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }

    private boolean word(String word) {
        if (!Ascii.startsWith(text, position, word)) {
            return false;
        }
        position += word.length();
        return true;
    }
}
