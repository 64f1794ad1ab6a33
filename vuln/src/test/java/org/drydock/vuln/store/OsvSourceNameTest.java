package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsvSourceNameTest {
    /** Records as {@code id:namespace,namespace}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GHSA-1=npm GHSA-2=npm                        | osv/npm/ghsa",
                "GHSA-1=npm,maven GHSA-2=npm MAL-1=npm        | osv/npm/ghsa",
                "GHSA-1=npm GHSA-2=maven                      | osv/mixed/ghsa",
                "ALSA-1=almalinux:8 ALBA-1=almalinux:9        | osv/almalinux/alba",
                "ALSA-1=almalinux:8 ALSA-2= ALBA-1=almalinux:9 | osv/almalinux/alsa",
                "X/Y-1=red~hat:9                              | osv/red_hat/x_y",
                "single=                                      | osv/mixed/single"
            })
    void namesTheSet(String records, String expected) {
        OsvSourceName name = new OsvSourceName();
        for (String record : records.split(" ", -1)) {
            String[] parts = record.split("=", -1);
            List<Affected> affected = Arrays.stream(parts[1].split(",", -1))
                    .filter(namespace -> !namespace.isEmpty())
                    .map(namespace ->
                            new Affected(namespace, "a", Status.AFFECTED, List.of(), List.of("1"), null, List.of()))
                    .toList();
            name.add(new Advisory(parts[0], List.of(), List.of(), "", List.of(), List.of(), "", "", affected));
        }

        assertThat(name.name("osv")).isEqualTo(expected);
    }
}
