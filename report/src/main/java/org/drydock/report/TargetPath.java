package org.drydock.report;

import java.nio.charset.StandardCharsets;
import org.drydock.core.Location;
import org.drydock.report.ScanReport.Target;

/** Where a file of the target is, as services that show files of a repository name it. */
public final class TargetPath {
    private static final String UNESCAPED = "-._~/!$&'()*+,;=@:";
    private static final String DIRECTORY = "dir:";

    private TargetPath() {}

    /**
     * The file's path without a leading slash: from the working directory if a directory below it was scanned, else from
     * the target's root. What lies in an archive is named by the outermost archive. Never empty.
     */
    public static String of(Target target, Location location) {
        String path = location.path();
        int inside = path.indexOf("!/");
        String file = (inside < 0 ? path : path.substring(0, inside)).replaceFirst("^/+", "");
        String named = below(target) + file;
        return named.isEmpty() ? "." : named;
    }

    /** The same as a relative reference, in which every character has its own meaning only. */
    public static String uri(Target target, Location location) {
        StringBuilder out = new StringBuilder();
        for (byte b : of(target, location).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || UNESCAPED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        int colon = out.indexOf(":");
        boolean scheme = colon >= 0 && out.lastIndexOf("/", colon) < 0;
        return scheme ? "./" + out : out.toString();
    }

    private static String below(Target target) {
        if (!target.kind().equals("directory")) {
            return "";
        }
        String reference = target.reference();
        String folder = reference.startsWith(DIRECTORY) ? reference.substring(DIRECTORY.length()) : reference;
        folder = folder.replaceFirst("^(\\./+)+", "").replaceFirst("/+$", "");
        boolean relative = !folder.isEmpty() && !folder.equals(".") && !folder.startsWith("/");
        return relative && !folder.contains("..") ? folder + "/" : "";
    }
}
