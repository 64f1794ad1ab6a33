package org.drydock.policy.text;

import com.google.re2j.Pattern;

/** Turns a glob into a regular expression. */
final class GlobTranslator {
    private final String glob;
    private final StringBuilder out = new StringBuilder();
    private int braces;

    GlobTranslator(String glob) {
        this.glob = glob;
    }

    String translate() {
        for (int i = 0; i < glob.length(); ) {
            i = step(i);
        }
        if (braces != 0) {
            throw new IllegalArgumentException("not a glob: { without }: " + glob);
        }
        return out.toString();
    }

    private int step(int at) {
        char c = glob.charAt(at);
        switch (c) {
            case '*' -> {
                return stars(at);
            }
            case '?' -> out.append("[^/]");
            case '[' -> {
                return choice(at);
            }
            case '{' -> {
                braces++;
                out.append("(?:");
            }
            case '}' -> {
                out.append(braces > 0 ? ")" : "\\}");
                braces = Math.max(0, braces - 1);
            }
            case ',' -> out.append(braces > 0 ? "|" : ",");
            case '\\' -> {
                if (at + 1 == glob.length()) {
                    throw new IllegalArgumentException("not a glob: \\ at the end: " + glob);
                }
                out.append(Pattern.quote(glob.substring(at + 1, at + 2)));
                return at + 2;
            }
            default -> out.append(Pattern.quote(String.valueOf(c)));
        }
        return at + 1;
    }

    private int stars(int at) {
        int end = at;
        while (end < glob.length() && glob.charAt(end) == '*') {
            end++;
        }
        boolean begins = at == 0 || glob.charAt(at - 1) == '/';
        boolean ends = end == glob.length() || glob.charAt(end) == '/';
        if (end - at != 2 || !begins || !ends) {
            out.append("[^/]*");
            return end;
        }
        if (end < glob.length()) {
            out.append("(?:.*/)?");
            return end + 1;
        }
        if (at > 0) {
            out.setLength(out.length() - Pattern.quote("/").length());
            out.append("(?:/.*)?");
        } else {
            out.append(".*");
        }
        return end;
    }

    private int choice(int at) {
        int from = at + 1;
        boolean negated = from < glob.length() && "^!".indexOf(glob.charAt(from)) >= 0;
        from += negated ? 1 : 0;
        int end = glob.indexOf(']', from + 1);
        if (end < 0) {
            throw new IllegalArgumentException("not a glob: [ without ]: " + glob);
        }
        out.append(negated ? "[^/" : "[");
        for (int i = from; i < end; i++) {
            char c = glob.charAt(i);
            if ("[]^&\\".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        out.append(']');
        return end + 1;
    }
}
