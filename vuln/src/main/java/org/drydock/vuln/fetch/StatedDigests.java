package org.drydock.vuln.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What an answer states of the whole file's digest, to hold what came against it.
 *
 * @param expected by algorithm: {@code sha-256}, {@code sha-512}, {@code md5} or {@code crc32c}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">Digest fields</a>
 */
record StatedDigests(Map<String, byte[]> expected) {
    private static final int BUFFER = 1 << 16;

    /** Those of an answer, also where it is only the rest of a file. */
    static StatedDigests of(HttpHeaders headers) {
        Map<String, byte[]> expected = new TreeMap<>();
        boolean coded = headers.firstValue("content-encoding").isPresent();
        headers.allValues("repr-digest").forEach(value -> add(value, expected));
        headers.allValues("digest").forEach(value -> add(value, expected));
        if (!coded) {
            headers.allValues("x-goog-hash").forEach(value -> add(value, expected));
        }
        return new StatedDigests(expected);
    }

    /** What is wrong with a file; empty if nothing is. */
    String mismatch(Path file) throws IOException {
        for (Map.Entry<String, byte[]> stated : expected.entrySet()) {
            byte[] actual = digest(stated.getKey(), file);
            if (!Arrays.equals(actual, stated.getValue())) {
                return "its " + stated.getKey() + " is "
                        + HexFormat.of().formatHex(actual) + ", the server states "
                        + HexFormat.of().formatHex(stated.getValue());
            }
        }
        return "";
    }

    static byte[] sha256(Path file) throws IOException {
        return digest("sha-256", file);
    }

    private static void add(String field, Map<String, byte[]> to) {
        for (String part : field.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String algorithm = part.substring(0, equals).strip().toLowerCase(java.util.Locale.ROOT);
            String value = part.substring(equals + 1).strip();
            int semicolon = value.indexOf(';');
            value = (semicolon < 0 ? value : value.substring(0, semicolon)).replace(":", "");
            if (isKnown(algorithm)) {
                try {
                    to.put(algorithm, Base64.getDecoder().decode(value));
                } catch (IllegalArgumentException e) {
                    to.put(algorithm, new byte[0]);
                }
            }
        }
    }

    private static boolean isKnown(String algorithm) {
        return algorithm.equals("sha-256")
                || algorithm.equals("sha-512")
                || algorithm.equals("md5")
                || algorithm.equals("crc32c");
    }

    private static byte[] digest(String algorithm, Path file) throws IOException {
        if (algorithm.equals("crc32c")) {
            CRC32C crc = new CRC32C();
            read(file, crc::update);
            long value = crc.getValue();
            return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
        }
        try {
            MessageDigest digest =
                    MessageDigest.getInstance(algorithm.equals("md5") ? "MD5" : algorithm.replace("sha", "SHA"));
            read(file, digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private interface Consumer {
        void accept(byte[] bytes, int offset, int length);
    }

    private static void read(Path file, Consumer consumer) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                consumer.accept(buffer, 0, n);
            }
        }
    }
}
