package org.drydock.runtime.state;

import java.util.Optional;

/** All addresses that begin with the same bits. */
public record Network(Address address, int prefix) {
    /** Reads {@code 10.0.0.0/8}; an address alone is a network of one. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String digits = slash < 0 ? "" : text.substring(slash + 1);
        Optional<Address> address = Address.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().v6() ? 128 : 32;
        if (slash < 0) {
            return Optional.of(new Network(address.get(), bits));
        }
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(digits);
        return prefix > bits ? Optional.empty() : Optional.of(new Network(address.get(), prefix));
    }

    /** Whether an address lies in it; never one of the other version. */
    public boolean contains(Address other) {
        if (other.v6() != address.v6()) {
            return false;
        }
        if (!address.v6()) {
            return prefix == 0 || (other.low() ^ address.low()) >>> (32 - prefix) == 0;
        }
        long high = other.high() ^ address.high();
        if (prefix <= 64) {
            return prefix == 0 || high >>> (64 - prefix) == 0;
        }
        return high == 0 && (other.low() ^ address.low()) >>> (128 - prefix) == 0;
    }
}
