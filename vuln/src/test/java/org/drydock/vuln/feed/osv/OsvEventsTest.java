package org.drydock.vuln.feed.osv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drydock.json.JsonReader;
import org.drydock.vuln.Affected.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsvEventsTest {
    /** Events as {@code i} introduced, {@code f} fixed, {@code l} last affected, {@code m} limit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "i0 f1.2             ; true  ; 0..<1.2",
                "i0                  ; true  ; 0..",
                "i0 l1.2             ; true  ; 0..=1.2",
                "i0 f1 i2 f3 i4      ; true  ; 0..<1 2..<3 4..",
                "i0 m5               ; true  ; 0..|5",
                "i0 f1 i2 f3 m5      ; true  ; 0..<1|5 2..<3|5",
                "i0 f9 m5 m7         ; true  ; 0..<9|5 0..<9|7",
                "i0 f9 m5 m*         ; true  ; 0..<9",
                "i0 m1 m2 m3 m4 m5 m6 m7 m8 m9 ; true ; 0..",
                "i0 m*               ; true  ; 0..",
                "f3 i2 f1 i0         ; false ; 0..<1 2..<3",
                "i0 i2 f1 f3         ; false ; 0..<1 2..<3",
                "i0 f1.10 f1.9       ; false ; 0..<1.9",
                "i1.0 i0 f1.5        ; false ; 0..<1.5",
                "f1                  ; false ; 0..<1",
                "''                  ; true  ; ''"
            })
    void pairsEvents(String events, boolean inOrder, String expected) {
        OsvEvents read = OsvEvents.of(JsonReader.read(json(events).getBytes(StandardCharsets.UTF_8), "test"));

        assertThat(read.inOrder()).isEqualTo(inOrder);
        assertThat(text(read.ranges())).isEqualTo(expected);
    }

    private static String json(String events) {
        StringBuilder out = new StringBuilder("[");
        for (String event : events.strip().split(" +", -1)) {
            if (event.isEmpty()) {
                continue;
            }
            String kind = switch (event.charAt(0)) {
                case 'i' -> "introduced";
                case 'f' -> "fixed";
                case 'l' -> "last_affected";
                default -> "limit";
            };
            out.append(out.length() > 1 ? "," : "").append("{\"%s\":\"%s\"}".formatted(kind, event.substring(1)));
        }
        return out.append(']').toString();
    }

    private static String text(List<Range> ranges) {
        return String.join(
                " ",
                ranges.stream()
                        .map(range -> range.introduced() + ".."
                                + (range.fixed() == null ? "" : "<" + range.fixed())
                                + (range.lastAffected() == null ? "" : "=" + range.lastAffected())
                                + (range.limit() == null ? "" : "|" + range.limit()))
                        .toList());
    }
}
