package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.core.Location;
import org.drydock.report.ScanReport.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetPathTest {
    @ParameterizedTest
    @CsvSource({
        "image, registry:x, /usr/bin/a, usr/bin/a",
        "image, registry:x, /srv/a.war!/WEB-INF/lib/b.jar, srv/a.war",
        "image, registry:x, /odd name%1, odd%20name%251",
        "image, registry:x, /a:b, ./a:b",
        "image, registry:x, /d/a:b, d/a:b",
        "image, registry:x, /, .",
        "directory, dir:web, /package.json, web/package.json",
        "directory, ./web/, /package.json, web/package.json",
        "directory, ., /package.json, package.json",
        "directory, dir:/srv/app, /package.json, package.json",
        "directory, ../other, /package.json, package.json"
    })
    void uris(String kind, String reference, String path, String uri) {
        Target target = new Target(kind, reference, reference, null);
        assertThat(TargetPath.uri(target, new Location(path, null))).isEqualTo(uri);
    }
}
