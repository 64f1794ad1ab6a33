package org.drydock.runtime.state;

import java.util.Optional;

/**
 * An IP address. An IPv4 address is held in the low 32 bits.
 *
 * @param v6 whether it is an IPv6 address
 */
public record Address(boolean v6, long high, long low) {
    public static Address v4(int bits) {
        return new Address(false, 0, bits & 0xffffffffL);
    }

    /** Reads {@code 10.1.2.3} or {@code fe80::1}; nothing else, and never a name. */
    public static Optional<Address> parse(String text) {
        return text.indexOf(':') < 0 ? parseV4(text) : parseV6(text);
    }

    private static Optional<Address> parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long bits = 0;
        for (String part : parts) {
            int value = number(part, 10, 3);
            if (value < 0 || value > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
        }
        return Optional.of(new Address(false, 0, bits));
    }

    private static Optional<Address> parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        int[] groups = new int[8];
        if (gap < 0) {
            return fill(groups, text, true) == 8 ? Optional.of(of(groups)) : Optional.empty();
        }
        int[] tail = new int[8];
        int before = fill(groups, text.substring(0, gap), false);
        int after = fill(tail, text.substring(gap + 2), true);
        if (before < 0 || after < 0 || before + after > 7) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, groups, 8 - after, after);
        return Optional.of(of(groups));
    }

    /** Reads groups; the result is how many, or -1. The last two may be written as an IPv4 address. */
    private static int fill(int[] groups, String text, boolean mayEndInV4) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (mayEndInV4 && i == parts.length - 1 && parts[i].indexOf('.') > 0) {
                Optional<Address> v4 = parseV4(parts[i]);
                if (v4.isEmpty() || count > 6) {
                    return -1;
                }
                groups[count++] = (int) (v4.get().low() >> 16);
                groups[count++] = (int) (v4.get().low() & 0xffff);
            } else {
                int value = number(parts[i], 16, 4);
                if (value < 0 || count == 8) {
                    return -1;
                }
                groups[count++] = value;
            }
        }
        return count;
    }

    private static Address of(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new Address(true, high, low);
    }

    private static int number(String digits, int radix, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    /** The address as people write it; IPv6 by RFC 5952. */
    public String text() {
        return v6 ? textV6() : (low >> 24) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
    }

    private int group(int index) {
        return (int) ((index < 4 ? high : low) >>> ((3 - index % 4) * 16)) & 0xffff;
    }

    private String textV6() {
        if (high == 0 && low >>> 32 == 0xffffL) {
            return "::ffff:" + v4((int) low).text();
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && group(i + run) == 0) {
                run++;
            }
            if (run > longest) {
                start = i;
                longest = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(group(i)));
            }
        }
        return text.toString();
    }
}
