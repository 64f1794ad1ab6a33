package org.drydock.inventory.npm;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.core.ImagePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageFolderTest {
    private static PackageFolder folder(String directory) {
        return PackageFolder.of(new ImagePath(directory.isEmpty() ? "package.json" : directory + "/package.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "node_modules/a, a",
        "opt/app/node_modules/a/node_modules/b, b",
        "opt/app/node_modules/@s/a, @s/a",
        "opt/app/node_modules/@s/a/node_modules/@t/b, @t/b",
        "node_modules/test, test",
        "node_modules/test/node_modules/b, b",
        "opt/test/node_modules/a, a",
        "node_modules/a/dist/node_modules/b, b",
        "node_modules/.pnpm/lodash@4.17.20/node_modules/lodash, lodash",
        "node_modules/.pnpm/@s+a@1.0.0/node_modules/@s/a, @s/a",
        "node_modules/.store/a-npm-1.0.0-0123456789/package, a-npm-1.0.0-0123456789",
        "usr/lib/node_modules/npm/node_modules/ini, ini",
        "usr/share/nodejs/undici, undici",
        "usr/share/nodejs/@types/node, @types/node",
        "usr/share/nodejs/a/node_modules/b, b",
        "usr/lib/nodejs/a, a",
        "usr/lib/x86_64-linux-gnu/nodejs/a, a",
        "mnt/root/usr/share/nodejs/a, a",
    })
    void packages(String directory, String name) {
        assertThat(folder(directory)).isEqualTo(new PackageFolder(PackageFolder.Kind.PACKAGE, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node_modules",
                "node_modules/@s",
                "node_modules/.cache",
                "node_modules/.cache/a",
                "node_modules/a/dist",
                "node_modules/a/test",
                "node_modules/@s/a/esm",
                "node_modules/a/test/node_modules/b",
                "node_modules/@s/a/__tests__/x/node_modules/@t/b",
                "node_modules/a/fixtures/node_modules/b/node_modules/c",
                "usr/share/nodejs/undici/lib/llhttp",
                "usr/share/nodejs/@types/node/ts4.8",
            })
    void partsOfPackages(String directory) {
        assertThat(folder(directory).kind()).isEqualTo(PackageFolder.Kind.PART_OF_PACKAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app", "usr/src/app/packages/a", "app/bower_components/jquery", "opt/nodejs/a"})
    void applications(String directory) {
        assertThat(folder(directory).kind()).isEqualTo(PackageFolder.Kind.APPLICATION);
    }
}
