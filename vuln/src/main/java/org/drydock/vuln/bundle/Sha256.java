package org.drydock.vuln.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.drydock.core.Digest;

/** The digest of bytes at hand. */
final class Sha256 {
    private Sha256() {}

    static Digest of(byte[] bytes) {
        return Digest.sha256(begin().digest(bytes));
    }

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
