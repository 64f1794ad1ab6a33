package org.drydock.inventory.java;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that Maven repositories index archives by. */
final class Sha1 {
    private static final int CHUNK = 1 << 16;

    private Sha1() {}

    /** Of the buffer's remaining bytes, as 40 hex digits. */
    static String of(ByteBuffer content) {
        MessageDigest digest = digest();
        ByteBuffer bytes = content.duplicate();
        if (bytes.hasArray()) {
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        }
        byte[] chunk = new byte[Math.min(CHUNK, bytes.remaining())];
        while (bytes.hasRemaining()) {
            int count = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, count);
            digest.update(chunk, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-1", e);
        }
    }
}
