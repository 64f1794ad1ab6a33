package org.drydock.inventory.swift;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwiftTest {
    @ParameterizedTest
    @ValueSource(strings = {"""
        {"object":{"pins":[
          {"package":"NIO","repositoryURL":"https://github.com/apple/swift-nio.git","state":{"version":"2.0.0"}},
          {"package":"X","repositoryURL":"https://github.com/x/x","state":{"branch":"main","revision":"a"}}]},
         "version":1}\
        """, """
            {"pins":[
              {"identity":"swift-nio","location":"https://github.com/apple/swift-nio.git","state":{"version":"2.0.0"}},
              {"identity":"x","location":"https://github.com/x/x","state":{"branch":"main","revision":"a"}}],
             "version":3}\
            """})
    void pinsAreNamedByTheirRepository(String json) {
        Cataloged said = Cataloged.by(new SwiftLockCataloger(), "Package.resolved", json);
        assertThat(Listed.of(said)).containsExactly("github.com/apple/swift-nio 2.0.0");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b.git, github.com/a/b",
        "https://github.com/a/b/, github.com/a/b",
        "git@github.com:a/b.git, github.com/a/b",
        "ssh://git@example.org:2222/a/b.git, example.org:2222/a/b",
        "'', ''",
    })
    void repositoriesLoseSchemeAndUser(String address, String name) {
        assertThat(SwiftLockCataloger.repository(address)).isEqualTo(name);
    }

    @Test
    void partsCountAsTheirPod() {
        Cataloged said = Cataloged.by(new PodfileLockCataloger(), "Podfile.lock", """
            PODS:
              - Alamofire (5.8.1)
              - Firebase/Core (10.0.0):
                - Firebase/CoreOnly
                - GoogleUtilities (~> 7.0)
              - Firebase/CoreOnly (10.0.0)
              - GoogleUtilities (7.12.0)
              - Mine (0.1.0)
            DEPENDENCIES:
              - Alamofire
            EXTERNAL SOURCES:
              Mine:
                :path: "./Mine"
            """);
        assertThat(Listed.of(said))
                .containsExactly(
                        "Alamofire 5.8.1", "Firebase 10.0.0 > GoogleUtilities 7.12.0", "GoogleUtilities 7.12.0");
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }

    @Test
    void brokenFilesAreTold() {
        assertThat(Cataloged.by(new SwiftLockCataloger(), "Package.resolved", "{\"pins\":[")
                        .diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
        assertThat(Cataloged.by(new PodfileLockCataloger(), "Podfile.lock", "PODS:\n- [")
                        .diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
