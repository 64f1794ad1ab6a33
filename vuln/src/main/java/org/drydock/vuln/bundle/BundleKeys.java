package org.drydock.vuln.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Ed25519 keys as PEM files, PKCS #8 the secret one and SubjectPublicKeyInfo the public one, as {@code openssl genpkey
 * -algorithm ed25519} and {@code openssl pkey -pubout} write them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8410">RFC 8410</a>
 */
public final class BundleKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int MAX_BYTES = 1 << 16;
    private static final int FINGERPRINT_DIGITS = 16;

    private BundleKeys() {}

    /**
     * Makes a pair of keys.
     *
     * @param secret the file for the secret one, readable by its owner alone
     * @param open the file for the public one
     * @throws BundleException if one of the files is there already, or cannot be written
     */
    public static void generate(Path secret, Path open) {
        try {
            if (Files.exists(open)) {
                throw new FileAlreadyExistsException(open.toString());
            }
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] attributes = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(secret, options, attributes)) {
                channel.write(StandardCharsets.US_ASCII.encode(pem(PRIVATE, pair.getPrivate())));
            }
            Files.writeString(open, pem(PUBLIC, pair.getPublic()), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new BundleException(e.getFile() + ": is there already; keys are not overwritten", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new BundleException(secret + ": cannot be written: " + e, e);
        }
    }

    /** @throws BundleException if the file holds no such key */
    public static PrivateKey readPrivate(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der(file, PRIVATE)));
        } catch (GeneralSecurityException e) {
            throw new BundleException(file + ": no Ed25519 private key: " + e.getMessage(), e);
        }
    }

    /** @throws BundleException if the file holds no such key */
    public static PublicKey readPublic(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(file, PUBLIC)));
        } catch (GeneralSecurityException e) {
            throw new BundleException(file + ": no Ed25519 public key: " + e.getMessage(), e);
        }
    }

    /** The first digits of the SHA-256 of a public key, to tell keys apart by. */
    public static String fingerprint(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String sign(byte[] bytes, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new BundleException("the bundle cannot be signed: " + e.getMessage(), e);
        }
    }

    static boolean fits(byte[] bytes, String signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String pem(String kind, Key key) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static byte[] der(Path file, String kind) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BundleException(file + ": too large for a key");
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String begin = "-----BEGIN " + kind + "-----";
            int start = text.indexOf(begin);
            int end = text.indexOf("-----END " + kind + "-----");
            if (start < 0 || end < start) {
                throw new BundleException(file + ": expected a PEM file with a " + kind);
            }
            return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
        } catch (IOException | IllegalArgumentException e) {
            throw new BundleException(file + ": cannot be read: " + e, e);
        }
    }
}
