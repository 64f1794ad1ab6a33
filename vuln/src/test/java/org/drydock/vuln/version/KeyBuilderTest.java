package org.drydock.vuln.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyBuilderTest {
    @Test
    void numbersOfAnyLengthCompareAsNumbers() {
        List<String> numbers = new ArrayList<>(List.of("0", "1", "199", "200", "255", "256", "65535", "65536"));
        for (BigInteger power = BigInteger.TEN; numbers.size() < 200; power = power.multiply(BigInteger.TEN)) {
            numbers.add(power.subtract(BigInteger.ONE).toString());
            numbers.add(power.toString());
            numbers.add(power.add(BigInteger.ONE).toString());
        }
        for (String left : numbers) {
            for (String right : numbers) {
                int expected = new BigInteger(left).compareTo(new BigInteger(right));
                assertThat(Integer.signum(number(left).compareTo(number(right))))
                        .as("%s and %s", left, right)
                        .isEqualTo(expected);
            }
        }
        assertThat(number("007")).isEqualTo(number("7"));
        assertThat(number("")).isEqualTo(number("0"));
    }

    @Test
    void descendingNumbersCompareTheOtherWayRound() {
        long[] numbers = {0, 1, 199, 200, 255, 256, 1L << 40, Long.MAX_VALUE};
        for (int i = 1; i < numbers.length; i++) {
            assertThat(new KeyBuilder().descending(numbers[i]).build())
                    .isLessThan(new KeyBuilder().descending(numbers[i - 1]).build());
        }
    }

    @Test
    void textsCompareByTheirUnitsWhateverFollows() {
        SplittableRandom random = new SplittableRandom(7);
        String units = "\0\u0001 az~\u007F\u0080\u00E9\u07FF\u0800\uD800\uDFFF\uFFFF";
        for (int i = 0; i < 20_000; i++) {
            String left = text(random, units);
            String right = text(random, units);
            int expected = Integer.signum(left.compareTo(right));
            assertThat(Integer.signum(key(left, 0xFF).compareTo(key(right, 0))))
                    .isEqualTo(expected == 0 ? 1 : expected);
        }
    }

    private static String text(SplittableRandom random, String units) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(units.charAt(random.nextInt(units.length())));
        }
        return text.toString();
    }

    private static VersionKey key(String text, int marker) {
        return new KeyBuilder().text(text, 0, text.length()).marker(marker).build();
    }

    private static VersionKey number(String digits) {
        return new KeyBuilder().number(digits, 0, digits.length()).build();
    }
}
