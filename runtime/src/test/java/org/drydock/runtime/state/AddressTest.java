package org.drydock.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "::1, ::1",
        "::, ::",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80::, fe80::",
        "::ffff:1.2.3.4, ::ffff:1.2.3.4",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8"
    })
    void read(String text, String written) {
        assertThat(Address.parse(text).orElseThrow().text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1.2.3", "1.2.3.256", "1.2.3.4.5", ":::", "1::2::3", "1:2:3:4:5:6:7:8:9", "g::", "host"})
    void refused(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "127.0.0.1/24, 127.0.0.99, true",
        "0.0.0.0/0, 8.8.8.8, true",
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "fe80::/10, febf::1, true",
        "fe80::/10, fec0::1, false",
        "2001:db8::/96, 2001:db8::1.2.3.4, true",
        "2001:db8::/96, 2001:db8::1:0:0, false",
        "::/0, 10.0.0.1, false"
    })
    void networks(String network, String address, boolean within) {
        assertThat(Network.parse(network)
                        .orElseThrow()
                        .contains(Address.parse(address).orElseThrow()))
                .isEqualTo(within);
    }
}
