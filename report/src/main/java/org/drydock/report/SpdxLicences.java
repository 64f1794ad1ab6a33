package org.drydock.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells SPDX licence expressions from the other words that packages state as their licence.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX licence expressions</a>
 */
public final class SpdxLicences {
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_DEPTH = 64;
    private static final Set<String> LICENCES = read("spdx-licences.txt");
    private static final Set<String> EXCEPTIONS = read("spdx-exceptions.txt");

    private final String[] words;
    private int next;

    private SpdxLicences(String[] words) {
        this.words = words;
    }

    /** Whether this is the id of a licence on the list, written as it is there. */
    public static boolean isId(String text) {
        return LICENCES.contains(text);
    }

    /** Whether a text is an expression all of whose licences and exceptions are on the list. */
    public static boolean isExpression(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        String spaced = text.replace("(", " ( ").replace(")", " ) ").strip();
        SpdxLicences reader = new SpdxLicences(spaced.split(" +"));
        return reader.disjunction(0) && reader.next == reader.words.length;
    }

    private boolean disjunction(int depth) {
        do {
            do {
                if (!simple(depth)) {
                    return false;
                }
            } while (take("AND"));
        } while (take("OR"));
        return true;
    }

    private boolean simple(int depth) {
        if (take("(")) {
            return depth < MAX_DEPTH && disjunction(depth + 1) && take(")");
        }
        if (next == words.length) {
            return false;
        }
        String id = words[next++];
        boolean known = isId(id) || (id.endsWith("+") && isId(id.substring(0, id.length() - 1)));
        return known && (!take("WITH") || (next < words.length && EXCEPTIONS.contains(words[next++])));
    }

    private boolean take(String word) {
        boolean there = next < words.length && words[next].equals(word);
        next += there ? 1 : 0;
        return there;
    }

    private static Set<String> read(String resource) {
        try (InputStream in = SpdxLicences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new AssertionError(resource + " cannot be read", e);
        }
    }
}
