package org.drydock.inventory;

import java.nio.ByteBuffer;
import java.util.function.Predicate;

/**
 * Which files a cataloger wants to see, declared up front: the walk asks all selectors once for each file and reads only
 * what one of them takes.
 */
public sealed interface Selector {
    /** The file at exactly this path, relative to the root: {@code var/lib/dpkg/status}. */
    record Path(String path) implements Selector {}

    /** Files with this name, wherever they are: {@code package.json}. */
    record Name(String name) implements Selector {}

    /** Files whose name passes a test, wherever they are; for what {@link Name} and {@link Extension} cannot say. */
    record NameMatch(Predicate<String> test) implements Selector {}

    /** Files whose name ends so, in any case: {@code .jar}. */
    record Extension(String extension) implements Selector {}

    /** Files whose path ends so, at a slash or as a whole: {@code lib/apk/db/installed}. */
    record PathEnd(String end) implements Selector {}

    /** Files directly in a directory whose path ends so: {@code var/lib/dpkg/status.d}. */
    record InDirectory(String directoryEnd) implements Selector {}

    /** Files whose first bytes say what they are, wherever they are and whatever their name. */
    record Head(HeadTest test) implements Selector {}

    /** Looks at the beginning of a file. */
    @FunctionalInterface
    interface HeadTest {
        /** How many bytes a test gets to see at most. */
        int BYTES = 4096;

        /**
         * @param head the first {@link #BYTES} bytes, or the whole file if it is shorter; big endian
         * @param size of the whole file in bytes
         */
        boolean accepts(ByteBuffer head, long size);
    }
}
