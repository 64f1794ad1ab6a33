package org.drydock.runtime.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.state.Address;
import org.drydock.runtime.state.Network;

/** What an address must be, or lie in. */
final class AddressTests {
    private AddressTests() {}

    static ValueTest of(FieldType type, Operator operator, List<String> values, Place place) {
        boolean negated = operator == Operator.NOT_EQUAL;
        return type == FieldType.ADDRESS ? addresses(values, negated, place) : networks(values, negated, place);
    }

    private static ValueTest addresses(List<String> values, boolean negated, Place place) {
        Set<Object> set = new HashSet<>();
        for (String value : values) {
            set.add(known(Address.parse(value), value, "address", place));
        }
        return (register, index) -> set.contains(register.object(index)) != negated;
    }

    private static ValueTest networks(List<String> values, boolean negated, Place place) {
        List<Network> list = new ArrayList<>();
        for (String value : values) {
            list.add(known(Network.parse(value), value, "network", place));
        }
        Network[] networks = list.toArray(new Network[0]);
        return (register, index) -> {
            Address address = (Address) register.object(index);
            for (Network network : networks) {
                if (network.contains(address)) {
                    return !negated;
                }
            }
            return negated;
        };
    }

    private static <T> T known(Optional<T> parsed, String value, String what, Place place) {
        return parsed.orElseThrow(
                () -> new ConditionException("filter error: unrecognized IP " + what + " '" + value + "'", place));
    }
}
