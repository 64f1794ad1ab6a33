package org.drydock.vuln.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Orders written down as their definitions read, two texts at a time, without keys. */
final class PlainOrders {
    private PlainOrders() {}

    static int dpkg(String left, String right) {
        String[] a = parts(left, "0");
        String[] b = parts(right, "0");
        int epoch = new BigInteger(a[0]).compareTo(new BigInteger(b[0]));
        int version = epoch != 0 ? epoch : dpkgPart(a[1], b[1]);
        return version != 0 ? version : dpkgPart(a[2], b[2]);
    }

    private static int dpkgPart(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            while (isOther(a, i) || isOther(b, j)) {
                int difference = dpkgWeight(a, i) - dpkgWeight(b, j);
                if (difference != 0) {
                    return difference;
                }
                i++;
                j++;
            }
            int aEnd = Ascii.endOfDigits(a, Math.min(i, a.length()));
            int bEnd = Ascii.endOfDigits(b, Math.min(j, b.length()));
            int difference = number(a, i, aEnd).compareTo(number(b, j, bEnd));
            if (difference != 0) {
                return difference;
            }
            i = aEnd;
            j = bEnd;
        }
        return 0;
    }

    private static boolean isOther(String text, int i) {
        return i < text.length() && !Ascii.isDigit(text.charAt(i));
    }

    private static int dpkgWeight(String text, int i) {
        if (i >= text.length() || Ascii.isDigit(text.charAt(i))) {
            return 0;
        }
        char c = text.charAt(i);
        return c == '~' ? -1 : Ascii.isLetter(c) ? c : c + 256;
    }

    static int rpm(String left, String right) {
        String[] a = parts(left, "0");
        String[] b = parts(right, "0");
        int epoch = new BigInteger(a[0]).compareTo(new BigInteger(b[0]));
        int version = epoch != 0 ? epoch : rpmPart(a[1], b[1]);
        boolean both = !a[2].isEmpty() && !b[2].isEmpty();
        return version != 0 ? version : both ? rpmPart(a[2], b[2]) : Boolean.compare(b[2].isEmpty(), a[2].isEmpty());
    }

    private static int rpmPart(String a, String b) {
        List<String> left = rpmTokens(a);
        List<String> right = rpmTokens(b);
        for (int i = 0; i < left.size(); i++) {
            String x = left.get(i);
            String y = right.get(i);
            int difference = Integer.compare(rpmKind(x), rpmKind(y));
            if (difference == 0) {
                difference =
                        Ascii.isDigit(x.charAt(0)) ? new BigInteger(x).compareTo(new BigInteger(y)) : x.compareTo(y);
            }
            if (difference != 0 || x.equals("$")) {
                return difference;
            }
        }
        throw new AssertionError();
    }

    private static List<String> rpmTokens(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = Math.max(i + 1, Math.max(Ascii.endOfDigits(text, i), Ascii.endOfLetters(text, i)));
            String token = text.substring(i, end);
            if (Ascii.isLetterOrDigit(token.charAt(0)) || token.equals("~") || token.equals("^")) {
                tokens.add(token);
            }
            i = end;
        }
        tokens.add("$");
        return tokens;
    }

    private static int rpmKind(String token) {
        return Ascii.isDigit(token.charAt(0)) ? 5 : Ascii.isLetter(token.charAt(0)) ? 4 : "~$^".indexOf(token);
    }

    /** Epoch, version and release. */
    private static String[] parts(String text, String epoch) {
        int colon = text.indexOf(':');
        int hyphen = text.lastIndexOf('-');
        return new String[] {
            colon < 0 ? epoch : text.substring(0, colon),
            text.substring(colon + 1, hyphen > colon ? hyphen : text.length()),
            hyphen > colon ? text.substring(hyphen + 1) : ""
        };
    }

    static int gem(String left, String right) {
        List<String> a = gemSegments(left);
        List<String> b = gemSegments(right);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            String x = i < a.size() ? a.get(i) : "0";
            String y = i < b.size() ? b.get(i) : "0";
            boolean xNumber = Ascii.isDigit(x.charAt(0));
            boolean yNumber = Ascii.isDigit(y.charAt(0));
            int difference = xNumber && yNumber ? new BigInteger(x).compareTo(new BigInteger(y)) : 0;
            if (xNumber != yNumber) {
                difference = xNumber ? 1 : -1;
            } else if (!xNumber) {
                difference = x.compareTo(y);
            }
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static List<String> gemSegments(String text) {
        List<String> segments = new ArrayList<>();
        boolean words = false;
        String expanded = text.replace("-", ".pre.");
        int i = 0;
        while (i < expanded.length()) {
            int end = Math.max(i + 1, Math.max(Ascii.endOfDigits(expanded, i), Ascii.endOfLetters(expanded, i)));
            String segment = expanded.substring(i, end);
            i = end;
            if (Ascii.isLetter(segment.charAt(0)) && !words) {
                words = true;
                dropZeros(segments);
            }
            if (!segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static void dropZeros(List<String> segments) {
        while (!segments.isEmpty() && segments.getLast().matches("0+")) {
            segments.removeLast();
        }
    }

    static BigInteger number(String text, int from, int to) {
        return from >= to ? BigInteger.ZERO : new BigInteger(text.substring(from, to));
    }
}
