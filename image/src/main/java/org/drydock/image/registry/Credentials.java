package org.drydock.image.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What somebody may identify with at a registry. */
sealed interface Credentials {
    /** Nothing: the registry is asked as anybody. */
    record Anonymous() implements Credentials {}

    /** A user and a password, or whatever the registry takes for one. */
    record Login(String user, String password) implements Credentials {
        /** The value of a header {@code Authorization}. */
        String basic() {
            return "Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** A token that tokens for repositories are to be had for. */
    record IdentityToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "IdentityToken";
        }
    }
}
