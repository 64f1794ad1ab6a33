package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;

/** What is installed under a name like the one that somebody asked for. */
final class NearestNames {
    private static final int SHOWN = 5;
    private static final int MAX_LENGTH = 64;
    private static final int MAX_DISTANCE = 3;

    private NearestNames() {}

    /** A sentence for the case that no package has the name. */
    static String remark(String asked, Inventory inventory) {
        List<String> near = of(asked, inventory);
        return "No package " + asked + " is installed."
                + (near.isEmpty() ? "" : " The nearest names are: " + String.join(", ", near) + ".");
    }

    private record Near(String name, int distance) {}

    private static List<String> of(String asked, Inventory inventory) {
        TreeSet<String> names = new TreeSet<>();
        for (Package installed : inventory.packages()) {
            names.add(installed.name());
        }
        String wanted = asked.toLowerCase(Locale.ROOT);
        List<Near> near = new ArrayList<>();
        for (String name : names) {
            int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance <= MAX_DISTANCE) {
                near.add(new Near(name, distance));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(SHOWN)
                .map(Near::name)
                .toList();
    }

    /** How many letters differ; few if one name is in the other. */
    private static int distance(String wanted, String name) {
        if (wanted.length() > MAX_LENGTH || name.length() > MAX_LENGTH || wanted.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (name.contains(wanted) || (name.length() > 2 && wanted.contains(name))) {
            return 1;
        }
        if (Math.abs(wanted.length() - name.length()) > MAX_DISTANCE || wanted.length() <= MAX_DISTANCE) {
            return Integer.MAX_VALUE;
        }
        return levenshtein(wanted, name);
    }

    private static int levenshtein(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
