package org.drydock.report;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Quantity {
    private Quantity() {}

    /** {@code 1 package}, {@code 1,204 packages}. */
    public static String count(long n, String thing) {
        return number(n) + " " + (n == 1 ? thing : plural(thing));
    }

    /** A number with its thousands set apart. */
    public static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String plural(String thing) {
        return thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s";
    }

    /** A number of bytes, in the largest binary unit that leaves at least one. */
    public static String bytes(long n) {
        if (n < 1024) {
            return n + " B";
        }
        String units = "KMGTPE";
        int unit = (63 - Long.numberOfLeadingZeros(n)) / 10;
        return String.format(Locale.ROOT, "%.1f %siB", n / (double) (1L << (10 * unit)), units.charAt(unit - 1));
    }
}
