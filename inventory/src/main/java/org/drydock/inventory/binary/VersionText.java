package org.drydock.inventory.binary;

/** Finds where a version ends that begins at some byte. */
final class VersionText {
    private static final int LONGEST = 40;
    private static final int STAMP = 19;
    private static final String[] BEFORE_RELEASE = {
        "-rc", "rc", "-beta", "beta", "-alpha", "alpha", "-pre", "-dev", "a", "b"
    };

    /** What may stand in a version beyond numbers between dots. */
    enum Shape {
        /** At least two numbers, and the words of versions before a release: {@code 1.25.3}, {@code 3.13.0rc1}. */
        DOTTED,
        /** Also one or two letters behind the numbers: {@code 1.1.1k}. */
        LETTERED,
        /** A number may be all: {@code 25}. */
        MAJOR,
        /** As {@link #MAJOR}, also with an update: {@code 1.8.0_302}. */
        JAVA,
        /** As {@link #DOTTED}, with the 19 digits of a time of building right behind it, which are not part of it. */
        STAMPED
    }

    private VersionText() {}

    /** Behind the version that begins at {@code from}; {@code from} if none does. */
    static int end(byte[] bytes, int from, int limit, Shape shape) {
        int most = Math.min(limit, from + LONGEST);
        int at = from;
        int numbers = 0;
        int last = from;
        while (at < most && isDigit(bytes[at])) {
            last = at;
            at = digits(bytes, at, most);
            numbers++;
            if (at + 1 >= most || bytes[at] != '.' || !isDigit(bytes[at + 1])) {
                break;
            }
            at++;
        }
        if (numbers == 0 || (numbers == 1 && shape != Shape.MAJOR && shape != Shape.JAVA)) {
            return from;
        }
        return switch (shape) {
            case DOTTED, MAJOR -> beforeRelease(bytes, at, most);
            case LETTERED -> {
                int early = beforeRelease(bytes, at, most);
                yield early > at ? early : letters(bytes, at, most);
            }
            case STAMPED -> at - last > STAMP ? at - STAMP : from;
            case JAVA -> at + 1 < most && bytes[at] == '_' && isDigit(bytes[at + 1]) ? digits(bytes, at + 1, most) : at;
        };
    }

    private static int beforeRelease(byte[] bytes, int from, int limit) {
        for (String word : BEFORE_RELEASE) {
            int at = from + word.length();
            if (startsWith(bytes, from, limit, word)) {
                int number = at < limit && (bytes[at] == '.' || bytes[at] == '-') ? at + 1 : at;
                if (number < limit && isDigit(bytes[number])) {
                    return digits(bytes, number, limit);
                }
            }
        }
        return from;
    }

    private static int letters(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && at < from + 3 && bytes[at] >= 'a' && bytes[at] <= 'z') {
            at++;
        }
        return at - from <= 2 ? at : from;
    }

    private static boolean startsWith(byte[] bytes, int from, int limit, String word) {
        if (word.length() > limit - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int digits(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
