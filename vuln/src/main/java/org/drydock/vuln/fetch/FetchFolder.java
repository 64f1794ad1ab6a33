package org.drydock.vuln.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;

/** Where fetched files lie: {@code HOST/PATH} of their address, so that a folder of them can serve as a mirror. */
final class FetchFolder {
    private static final int MAX_NAME = 120;

    private FetchFolder() {}

    /** The file for an address; always inside of {@code folder}. */
    static Path fileOf(URI address, Path folder) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        Path file = folder.resolve(safe(address.getPort() < 0 ? host : host + "_" + address.getPort()));
        String path = address.getPath() == null ? "" : address.getPath();
        boolean named = false;
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                file = file.resolve(safe(segment));
                named = true;
            }
        }
        String query = address.getRawQuery();
        if (query != null) {
            return FetchedState.beside(file, "_" + crc(query));
        }
        return named && !path.endsWith("/") ? file : file.resolve("index");
    }

    /** A name that means nothing to a file system; names that had to change stay different from each other. */
    private static String safe(String segment) {
        String plain = segment.replaceAll("[^A-Za-z0-9._-]", "_");
        plain = plain.startsWith(".") ? "_" + plain.substring(1) : plain;
        if (plain.equals(segment) && plain.length() <= MAX_NAME) {
            return plain;
        }
        return plain.substring(0, Math.min(plain.length(), MAX_NAME)) + "_" + crc(segment);
    }

    private static String crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
