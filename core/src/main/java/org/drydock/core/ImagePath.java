package org.drydock.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The path of a file inside an image or a file tree: relative to its root, slash separated, without empty, {@code .} or
 * {@code ..} parts. Every name that comes from outside becomes one of these before anything is done with it, so no name
 * can point outside the root. The root itself is the empty path.
 *
 * @param value the normal form, for example {@code usr/lib/os-release}
 */
public record ImagePath(String value) implements Comparable<ImagePath> {
    /** The longest path that is accepted, in characters (Linux's PATH_MAX). */
    public static final int MAX_LENGTH = 4096;

    public static final ImagePath ROOT = new ImagePath("");

    public ImagePath {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("not a normal path: " + value);
        }
    }

    /**
     * The normal form of a name as archives hold it: leading {@code /} and {@code ./} are dropped.
     *
     * @return empty if the name climbs above the root, holds a NUL or is longer than {@link #MAX_LENGTH}
     */
    public static Optional<ImagePath> parse(String name) {
        if (name.length() > MAX_LENGTH || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (isNormal(name)) {
            return Optional.of(new ImagePath(name));
        }
        return normalise(new ArrayDeque<>(), name, false);
    }

    /**
     * Where a symbolic link at this path points to. As in a chroot, an absolute target starts at the root, and climbing
     * above the root stays there.
     */
    public Optional<ImagePath> resolveLink(String target) {
        if (target.length() > MAX_LENGTH || target.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        if (!target.startsWith("/")) {
            for (String part : parent().value.split("/", -1)) {
                if (!part.isEmpty()) {
                    parts.addLast(part);
                }
            }
        }
        return normalise(parts, target, true);
    }

    /** The last part, empty for the root. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The directory this path is in; the root's is the root. */
    public ImagePath parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? ROOT : new ImagePath(value.substring(0, slash));
    }

    /** This path with {@code name} below it. */
    public ImagePath child(String name) {
        return new ImagePath(value.isEmpty() ? name : value + "/" + name);
    }

    /** Whether this path lies below {@code directory}, at any depth. */
    public boolean isBelow(ImagePath directory) {
        return directory.value.isEmpty()
                ? !value.isEmpty()
                : value.length() > directory.value.length()
                        && value.charAt(directory.value.length()) == '/'
                        && value.startsWith(directory.value);
    }

    /** Written out, as is {@link #hashCode()}: this is the key of many maps, and the generated ones link at run time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImagePath path && path.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ImagePath other) {
        return value.compareTo(other.value);
    }

    /** The path as people write it, with a leading slash. */
    @Override
    public String toString() {
        return "/" + value;
    }

    private static Optional<ImagePath> normalise(Deque<String> parts, String name, boolean stopAtRoot) {
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                parts.addLast(part);
            } else if (parts.pollLast() == null && !stopAtRoot) {
                return Optional.empty();
            }
        }
        String joined = String.join("/", parts);
        return joined.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new ImagePath(joined));
    }

    private static boolean isNormal(String name) {
        int length = name.length();
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && name.charAt(i) != '/') {
                if (name.charAt(i) == '\0') {
                    return false;
                }
                continue;
            }
            int part = i - start;
            boolean dots = (part == 1 && name.charAt(start) == '.')
                    || (part == 2 && name.charAt(start) == '.' && name.charAt(start + 1) == '.');
            if (dots || (part == 0 && length > 0)) {
                return false;
            }
            start = i + 1;
        }
        return true;
    }
}
