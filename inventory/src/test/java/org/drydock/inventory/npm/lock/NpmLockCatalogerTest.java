package org.drydock.inventory.npm.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmLockCatalogerTest {
    private static final String VERSION_3 = """
        {"name":"app","version":"1.0.0","lockfileVersion":3,"packages":{
          "":{"name":"app","dependencies":{"a":"^1"},"devDependencies":{"t":"1"}},
          "node_modules/a":{"version":"1.0.0","license":"MIT","dependencies":{"b":"^1","@s/c":"1"}},
          "node_modules/a/node_modules/b":{"version":"1.5.0"},
          "node_modules/b":{"version":"2.0.0","dev":true},
          "node_modules/@s/c":{"version":"3.0.0","dependencies":{"b":"2"}},
          "node_modules/t":{"version":"1.0.0","dev":true},
          "node_modules/alias":{"name":"real","version":"4.0.0"},
          "node_modules/mine":{"resolved":"packages/mine","link":true},
          "packages/mine":{"version":"0.0.1"}}}\
        """;

    private static List<String> read(String name, String text) {
        return Listed.by(new NpmLockCataloger(), "app/" + name, text);
    }

    @Test
    void npmListsFoldersAndFindsWhatIsNeededAsNodeDoes() {
        assertThat(read("package-lock.json", VERSION_3))
                .containsExactly(
                        "a 1.0.0 > @s/c 3.0.0 > b 1.5.0 [MIT]",
                        "b 1.5.0",
                        "b 2.0.0 dev",
                        "@s/c 3.0.0 > b 2.0.0",
                        "t 1.0.0 dev",
                        "real 4.0.0");
    }

    @Test
    void npmUpToSixNestsThem() {
        assertThat(read("npm-shrinkwrap.json", """
            {"lockfileVersion":1,"dependencies":{
              "a":{"version":"1.0.0","requires":{"b":"^1"},"dependencies":{"b":{"version":"1.5.0"}}},
              "b":{"version":"2.0.0","dev":true},
              "c":{"version":"npm:real@4.0.0"},
              "g":{"version":"git+ssh://git@example.org/g.git#abc"}}}\
            """))
                .containsExactly("a 1.0.0 > b 1.5.0", "b 1.5.0", "b 2.0.0 dev", "real 4.0.0");
    }

    @Test
    void aPackageIsForDevelopmentIfAllItsFoldersAre() {
        assertThat(read("package-lock.json", """
            {"packages":{"node_modules/a":{"version":"1.0.0","dev":true},
              "node_modules/b/node_modules/a":{"version":"1.0.0"}}}\
            """)).containsExactly("a 1.0.0");
    }

    @Test
    void installedPackagesAreNotReadFromLockFilesAmongThem() {
        assertThat(Listed.by(new NpmLockCataloger(), "app/node_modules/x/package-lock.json", VERSION_3))
                .isEmpty();
    }

    @Test
    void yarnOneHasAFormatOfItsOwn() {
        assertThat(read("yarn.lock", """
            # yarn lockfile v1

            "@s/c@^3.0.0", "@s/c@^3.0.1":
              version "3.0.1"
              resolved "https://example.org/c"
              dependencies:
                b "^1.0.0"

            alias@npm:real@^4:
              version "4.0.0"

            b@^1.0.0:
              version "1.5.0"
              optionalDependencies:
                "@s/c" "^3.0.1"
            """))
                .containsExactly("@s/c 3.0.1 > b 1.5.0", "real 4.0.0", "b 1.5.0 > @s/c 3.0.1");
    }

    @Test
    void yarnSinceTwoIsYaml() {
        assertThat(read("yarn.lock", """
            __metadata:
              version: 8

            "a@npm:^1.0.0, a@npm:^1.1.0":
              version: 1.10
              resolution: "a@npm:1.10"
              dependencies:
                b: "npm:^2"
                c: ^3
            "app@workspace:.":
              version: 0.0.0-use.local
              resolution: "app@workspace:."
            "b@npm:^2":
              version: 2.0.0
              resolution: "b@npm:2.0.0"
            "c@npm:^3":
              version: 3.0.0
              resolution: "c@patch:c@npm%3A3.0.0#x"
            """)).containsExactly("a 1.10 > b 2.0.0 > c 3.0.0", "b 2.0.0", "c 3.0.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5.4   | /a/1.0.0_r@9 | /@s/b/2.0.0  | 1.0.0_r@9  | 2.0.0
        '6.0' | /a@1.0.0(r@9) | /@s/b@2.0.0 | 1.0.0(r@9) | 2.0.0
        """)
    void pnpmMarksDevelopmentUpToEight(String lock, String a, String b, String aVersion, String bVersion) {
        assertThat(read("pnpm-lock.yaml", """
            lockfileVersion: %s
            dependencies:
              a: %s
            packages:
              %s:
                dependencies:
                  '@s/b': %s
                dev: false
              '%s':
                dev: true
            """.formatted(lock, aVersion, a, bVersion, b)))
                .containsExactly("a 1.0.0 > @s/b 2.0.0", "@s/b 2.0.0 dev");
    }

    @Test
    void ofPnpmNineWhatNoProjectNeedsToRunIsForDevelopment() {
        assertThat(read("pnpm-lock.yaml", """
            lockfileVersion: '9.0'
            importers:
              .:
                dependencies:
                  a: {specifier: ^1, version: 1.0.0(b@2.0.0)}
                  other: {specifier: 'npm:real@4', version: real@4.0.0}
                devDependencies:
                  t: {specifier: ^1, version: 1.0.0}
            packages:
              a@1.0.0: {resolution: {integrity: x}}
              b@2.0.0: {resolution: {integrity: x}}
              real@4.0.0: {resolution: {integrity: x}}
              t@1.0.0: {resolution: {integrity: x}}
            snapshots:
              a@1.0.0(b@2.0.0):
                dependencies: {b: 2.0.0}
              b@2.0.0: {}
              real@4.0.0: {}
              t@1.0.0: {}
            """))
                .containsExactly("a 1.0.0 > b 2.0.0", "b 2.0.0", "real 4.0.0", "t 1.0.0 dev");
    }

    @Test
    void bunWritesCommasBeforeBrackets() {
        assertThat(read("bun.lock", """
            { // Bun
              "lockfileVersion": 1,
              "workspaces": { "": { "name": "app", "dependencies": { "a": "^1", }, }, },
              "packages": {
                "a": ["a@1.0.0", "", { "dependencies": { "b": "^1", } }, "sha512-,}"],
                "a/b": ["b@1.5.0", "", {}, "x"],
                "b": ["b@2.0.0", "", {}, "x"],
                "mine": ["mine@workspace:packages/mine"],
              },
            }\
            """)).containsExactly("a 1.0.0 > b 1.5.0", "b 1.5.0", "b 2.0.0 dev");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"version":"3","packages":{"npm":{"a@1.0.0":{"dependencies":{"b":"b@2.0.0_c@1"}},"b@2.0.0_c@1":{}}}}
        {"version":"4","npm":{"a@1.0.0":{"dependencies":["b"]},"b@2.0.0_c@1":{}},"jsr":{"@std/x@1.0.0":{}}}
        """)
    void denoListsPackagesOfNpm(String lock) {
        assertThat(read("deno.lock", lock)).containsExactly("a 1.0.0 > b 2.0.0", "b 2.0.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        package-lock.json | {"packages":{"node_modules/a":{"version":"1"
        bun.lock          | {"packages":
        deno.lock         | [
        pnpm-lock.yaml    | packages: {a: *b}
        pnpm-lock.yaml    | packages: [
        yarn.lock         | what is this
        """)
    void brokenFilesAreTold(String name, String text) {
        Cataloged said = Cataloged.by(new NpmLockCataloger(), name, text);
        assertThat(said.diagnostics()).isNotEmpty().allMatch(d -> d.startsWith("NOT_EXAMINED malformed-package-list"));
    }

    @Test
    void whatHasNoVersionIsTold() {
        Cataloged said =
                Cataloged.by(new NpmLockCataloger(), "package-lock.json", "{\"packages\":{\"node_modules/a\":{}}}");
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOTE package-left-out");
    }
}
