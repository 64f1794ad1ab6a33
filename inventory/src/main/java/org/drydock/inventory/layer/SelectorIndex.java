package org.drydock.inventory.layer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drydock.core.ImagePath;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Selector;

/** Answers for each path which catalogers want the file, at the price of a few map look-ups. */
public final class SelectorIndex {
    private static final int MAX_CATALOGERS = 64;

    private final List<Cataloger> catalogers;
    private final Map<String, Long> paths = new HashMap<>();
    private final Map<String, Long> names = new HashMap<>();
    private final Map<String, Long> extensions = new HashMap<>();
    private final Map<String, List<End>> ends = new HashMap<>();
    private final Map<String, List<End>> directories = new HashMap<>();
    private final List<NameTest> nameTests = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final Set<String> ancestors = new HashSet<>();

    private record End(String end, long cataloger) {}

    private record NameTest(Predicate<String> test, long cataloger) {}

    private record Head(Selector.HeadTest test, long cataloger) {}

    public SelectorIndex(List<Cataloger> catalogers) {
        if (catalogers.size() > MAX_CATALOGERS) {
            throw new IllegalArgumentException("more than " + MAX_CATALOGERS + " catalogers");
        }
        this.catalogers = List.copyOf(catalogers);
        for (int i = 0; i < catalogers.size(); i++) {
            for (Selector selector : catalogers.get(i).selectors()) {
                add(selector, 1L << i);
            }
        }
    }

    List<Cataloger> catalogers() {
        return catalogers;
    }

    /** The exact paths that some cataloger asks for, sorted. */
    Set<String> exactPaths() {
        return new TreeSet<>(paths.keySet());
    }

    /** Whether an exact path lies below this one. */
    boolean leadsToExactPath(ImagePath path) {
        return ancestors.contains(path.value());
    }

    /** The catalogers that want a file by its path, as a bit set over their list. */
    long byPath(ImagePath path) {
        String value = path.value();
        int slash = value.lastIndexOf('/');
        String name = value.substring(slash + 1);
        long wanted = paths.getOrDefault(value, 0L) | names.getOrDefault(name, 0L);
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            wanted |= extensions.getOrDefault(name.substring(dot).toLowerCase(Locale.ROOT), 0L);
        }
        for (NameTest candidate : nameTests) {
            wanted |= candidate.test.test(name) ? candidate.cataloger : 0;
        }
        for (End end : ends.getOrDefault(name, List.of())) {
            wanted |= endsAtSlash(value, end.end) ? end.cataloger : 0;
        }
        if (slash > 0) {
            String parent = value.substring(0, slash);
            for (End end : directories.getOrDefault(parent.substring(parent.lastIndexOf('/') + 1), List.of())) {
                wanted |= endsAtSlash(parent, end.end) ? end.cataloger : 0;
            }
        }
        return wanted;
    }

    /** The catalogers that want a file by its beginning. */
    long byHead(ByteBuffer head, long size) {
        long wanted = 0;
        for (Head candidate : heads) {
            wanted |= candidate.test.accepts(head.duplicate(), size) ? candidate.cataloger : 0;
        }
        return wanted;
    }

    /** No pattern switch: it would be linked at run time, which costs each start more than all the rest of this. */
    private void add(Selector selector, long cataloger) {
        if (selector instanceof Selector.Path exact) {
            addBit(paths, exact.path(), cataloger);
            for (ImagePath up = new ImagePath(exact.path()).parent(); !up.equals(ImagePath.ROOT); up = up.parent()) {
                ancestors.add(up.value());
            }
        } else if (selector instanceof Selector.Name name) {
            addBit(names, name.name(), cataloger);
        } else if (selector instanceof Selector.Extension extension) {
            addBit(extensions, extension.extension().toLowerCase(Locale.ROOT), cataloger);
        } else if (selector instanceof Selector.PathEnd end) {
            addEnd(ends, end.end(), cataloger);
        } else if (selector instanceof Selector.NameMatch match) {
            nameTests.add(new NameTest(match.test(), cataloger));
        } else if (selector instanceof Selector.InDirectory directory) {
            addEnd(directories, directory.directoryEnd(), cataloger);
        } else {
            heads.add(new Head(((Selector.Head) selector).test(), cataloger));
        }
    }

    private static void addBit(Map<String, Long> to, String key, long cataloger) {
        to.put(key, to.getOrDefault(key, 0L) | cataloger);
    }

    private static void addEnd(Map<String, List<End>> to, String end, long cataloger) {
        to.computeIfAbsent(end.substring(end.lastIndexOf('/') + 1), _ -> new ArrayList<>())
                .add(new End(end, cataloger));
    }

    private static boolean endsAtSlash(String path, String end) {
        return path.endsWith(end)
                && (path.length() == end.length() || path.charAt(path.length() - end.length() - 1) == '/');
    }
}
